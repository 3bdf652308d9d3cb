import type { PublicJwk } from '../../../../shared/contract/primitives.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { thumbprint, type PrivateJwk } from '../../../../shared/seal/keys.js'
import { seal, type Signer } from '../../../../shared/seal/seal.js'
import type { KeyringRepository } from './keyring.repository.js'

const DAY_MS = 24 * 3600_000
/** Rotated long before; a screen in a drawer must still understand us. */
const SEAL_KEY_LIFE_MS = 10 * 365 * DAY_MS

export type SealDesk = {
  /** Seals manifests, notices and recalls. */
  signer: Signer
  rootKey: PublicJwk
  /** The newest keyring, sealed by the root key. */
  keyring: string
}

type Deps = {
  keyrings: Pick<KeyringRepository, 'findNewest' | 'insert'>
  clock: Clock
}

/**
 * Makes ready to seal: the keyring that names our seal key, made anew only
 * when a key changed, so that its number says something.
 */
export async function openSealDesk(
  deps: Deps,
  keys: { rootKey: PrivateJwk; sealKey: PrivateJwk; organisation: string },
): Promise<SealDesk> {
  const rootKid = await thumbprint(keys.rootKey)
  const sealKid = await thumbprint(keys.sealKey)
  const rootKey = publicOf(keys.rootKey)
  const signer = { kid: sealKid, key: keys.sealKey }
  const newest = await deps.keyrings.findNewest()
  if (newest?.rootKid === rootKid && newest.sealKid === sealKid)
    return { signer, rootKey, keyring: newest.sealed }
  const number = (newest?.number ?? 0) + 1
  const now = deps.clock.now()
  const issuedAt = new Date(now).toISOString()
  const payload = {
    kind: 'keyring',
    protocol: PROTOCOL_VERSION,
    number,
    issuedAt,
    organisation: keys.organisation,
    keys: [
      {
        kid: sealKid,
        key: publicOf(keys.sealKey),
        // A day back: the clocks of two nodes need not agree to the second.
        notBefore: new Date(now - DAY_MS).toISOString(),
        notAfter: new Date(now + SEAL_KEY_LIFE_MS).toISOString(),
      },
    ],
  }
  const sealed = await seal('keyring', payload, {
    kid: rootKid,
    key: keys.rootKey,
  })
  const made = { number, issuedAt, rootKid, sealKid, sealed }
  if (await deps.keyrings.insert(made))
    return { signer, rootKey, keyring: sealed }
  return openSealDesk(deps, keys)
}

function publicOf({ kty, crv, x }: PrivateJwk): PublicJwk {
  return { kty, crv, x }
}
