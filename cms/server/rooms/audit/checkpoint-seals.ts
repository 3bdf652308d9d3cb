/**
 * How a checkpoint is sealed and read again: with the key that seals what
 * screens show, and believed by the keyrings that the root key has sealed.
 */
import type { Checkpoint } from '../../../../shared/contract/checkpoint.js'
import type { PublicJwk } from '../../../../shared/contract/primitives.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { thumbprint, type PrivateJwk } from '../../../../shared/seal/keys.js'
import { openCheckpoint, openKeyring } from '../../../../shared/seal/open.js'
import { seal } from '../../../../shared/seal/seal.js'

/** Null: not sealed by any key this organisation ever had. */
export type OpenCheckpoint = (sealed: string) => Promise<Checkpoint | null>

export type SealCheckpoint = (
  facts: Pick<Checkpoint, 'number' | 'hash' | 'issuedAt'>,
) => Promise<string>

/** Seals with the seal key of this CMS. */
export function createSealCheckpoint(key: PrivateJwk): SealCheckpoint {
  return async ({ number, hash, issuedAt }) =>
    seal(
      'checkpoint',
      {
        kind: 'checkpoint',
        protocol: PROTOCOL_VERSION,
        issuedAt,
        number,
        hash,
      },
      { kid: await thumbprint(key), key },
    )
}

/**
 * Opens with any keyring of the organisation's root key, old ones too: a key
 * that has been changed since has sealed what it has sealed.
 */
export function createOpenCheckpoint(deps: {
  rootKey: PublicJwk
  /** Sealed keyrings as they are kept. */
  listKeyrings(): Promise<readonly string[]>
}): OpenCheckpoint {
  return async (sealed) => {
    for (const kept of await deps.listKeyrings()) {
      const keyring = await openKeyring(kept, { rootKey: deps.rootKey })
      if (!keyring.ok) continue
      const opened = await openCheckpoint(sealed, { keyring: keyring.value })
      if (opened.ok) return opened.value
    }
    return null
  }
}
