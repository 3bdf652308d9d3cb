import { CompactSign, importJWK } from 'jose'
import { canonicalJson } from '../kernel/canonical-json.js'
import type { PrivateJwk } from './keys.js'

/** Who seals: `kid` is how the opener finds the public key. */
export type Signer = { kid: string; key: PrivateJwk }

/** What is sealed. It stands in `typ`, so that one can never pass for another. */
export type SealKind =
  | 'manifest'
  | 'notice'
  | 'recall'
  | 'keyring'
  | 'receipt'
  | 'pairing'
  | 'time'
  | 'homecoming'
  | 'checkpoint'

/** The only algorithm we speak. */
export const SEAL_ALGORITHM = 'EdDSA'

/** The JWS `typ` of a kind. */
export function sealType(kind: SealKind): string {
  return `bt-${kind}+jws`
}

/**
 * A compact JWS over the canonical JSON of `payload`: the same payload and key
 * give the same string, byte for byte (Ed25519 has no nonce).
 */
export async function seal(
  kind: SealKind,
  payload: object,
  signer: Signer,
): Promise<string> {
  // Only the members that make the key; hints such as `kid` stay outside.
  const { kty, crv, x, d } = signer.key
  const key = await importJWK({ kty, crv, x, d }, SEAL_ALGORITHM)
  return new CompactSign(new TextEncoder().encode(canonicalJson(payload)))
    .setProtectedHeader({
      alg: SEAL_ALGORITHM,
      kid: signer.kid,
      typ: sealType(kind),
    })
    .sign(key)
}
