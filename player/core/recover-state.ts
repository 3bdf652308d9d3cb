/*
 * When both copies of the state are gone, the files still know nearly all of
 * it: every seal is kept under its hash. The newest manifest that opens plays
 * at once; the CMS tells the rest.
 */
import type { PublicJwk } from '../../shared/contract/primitives.js'
import type { Keyring } from '../../shared/contract/keyring.js'
import type { Log } from '../../shared/kernel/log.js'
import {
  openKeyring,
  openManifest,
  openNotice,
  openRecall,
} from '../../shared/seal/open.js'
import type { ContentStore } from './ports.js'
import { EMPTY_STATE, type KeptOrder, type SavedState } from './saved-state.js'

type Deps = {
  files: Pick<ContentStore, 'list' | 'read'>
  log: Log
  now: number
}

/** A compact JWS begins with the base64url of `{"`. */
const JWS_START = 'eyJ'
/** As long as the contract lets a seal be. */
const MOST_SEAL_BYTES = 8_000_000

/** What the kept seals say; as good as empty when none of them opens. */
export async function recoverState(
  deps: Deps,
  pairing: { screenId: string; rootKey: PublicJwk },
): Promise<SavedState> {
  const seals = await readSeals(deps)
  let keyring: { sealed: string; value: Keyring } | null = null
  for (const { jws } of seals) {
    const opened = await openKeyring(jws, { rootKey: pairing.rootKey })
    if (opened.ok && opened.value.number > (keyring?.value.number ?? 0))
      keyring = { sealed: jws, value: opened.value }
  }
  if (!keyring) return EMPTY_STATE
  const opening = {
    keyring: keyring.value,
    screenId: pairing.screenId,
    now: deps.now,
  }
  const manifests: { number: number; sealed: string }[] = []
  const orders: KeptOrder[] = []
  for (const { name, jws } of seals) {
    const again = { ...opening, newest: 0, allowSame: true }
    const manifest = await openManifest(jws, again)
    if (manifest.ok)
      manifests.push({ number: manifest.value.number, sealed: name })
    else if ((await openNotice(jws, opening)).ok)
      orders.push({ kind: 'notice', sealed: name })
    else if ((await openRecall(jws, opening)).ok)
      orders.push({ kind: 'recall', sealed: name })
  }
  manifests.sort((a, b) => b.number - a.number)
  const [current = null, previous = null] = manifests
  deps.log.warn({ number: current?.number }, 'state recovered from the files')
  return {
    ...EMPTY_STATE,
    keyring: keyring.sealed,
    highestKeyring: keyring.value.number,
    highestManifest: current?.number ?? 0,
    current,
    previous,
    orders,
  }
}

async function readSeals(deps: Deps): Promise<{ name: string; jws: string }[]> {
  const seals: { name: string; jws: string }[] = []
  for (const name of await deps.files.list()) {
    const start = await deps.files.read(name, MOST_SEAL_BYTES)
    if (!start) continue
    const head = new TextDecoder().decode(start.subarray(0, 3))
    if (head === JWS_START)
      seals.push({ name, jws: new TextDecoder().decode(start) })
  }
  return seals
}
