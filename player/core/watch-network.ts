/* Remembers how the last try to reach the CMS went, in a technician's word. */
import type { NetTrouble } from '../../shared/contract/screen-link.js'
import type { Answer, Transport } from './ports.js'

export type NetworkWatch = {
  transport: Transport
  /** Null: the last answer was the CMS's own. */
  trouble(): NetTrouble | null
}

/** The same transport, watched. */
export function watchNetwork(
  transport: Transport,
  onChange: () => void,
): NetworkWatch {
  let trouble: NetTrouble | null = null
  const note = <T>(answer: Answer<T>): Answer<T> => {
    const next = answer.ok ? null : (answer.trouble ?? null)
    if (next !== trouble) {
      trouble = next
      onChange()
    }
    return answer
  }
  return {
    trouble: () => trouble,
    transport: {
      ...transport,
      getTime: async (nonce) => note(await transport.getTime(nonce)),
      offerPairing: async (request) =>
        note(await transport.offerPairing(request)),
      getManifest: async (assertion, etag) =>
        note(await transport.getManifest(assertion, etag)),
    },
  }
}
