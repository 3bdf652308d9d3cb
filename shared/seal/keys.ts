import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair as generate,
} from 'jose'
import type { PublicJwk } from '../contract/primitives.js'

/** An Ed25519 key that can seal. It never leaves the machine that made it. */
export type PrivateJwk = PublicJwk & { d: string }

/**
 * A new Ed25519 pair. `kid` is left to the caller: a screen uses its id, the
 * CMS the thumbprint.
 */
export async function generateKeyPair(): Promise<{
  publicKey: PublicJwk
  privateKey: PrivateJwk
}> {
  const pair = await generate('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x, d } = await exportJWK(pair.privateKey)
  if (x === undefined || d === undefined) {
    throw new Error('the platform made no extractable Ed25519 key')
  }
  const publicKey: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x }
  return { publicKey, privateKey: { ...publicKey, d } }
}

/** RFC 7638 SHA-256 thumbprint, base64url: a name for the key itself. */
export function thumbprint(key: PublicJwk): Promise<string> {
  return calculateJwkThumbprint(
    { kty: key.kty, crv: key.crv, x: key.x },
    'sha256',
  )
}
