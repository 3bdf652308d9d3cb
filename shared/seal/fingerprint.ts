import type { PublicJwk } from '../contract/primitives.js'
import { thumbprint } from './keys.js'

/**
 * What two people read to each other to know that the glass and the console
 * speak of the same key: one of 64 picture words (shared/text/copy names them)
 * and a number from 10 to 99. Both follow from the key alone.
 */
export async function fingerprintOf(
  key: PublicJwk,
): Promise<{ word: number; number: number }> {
  const name = new TextEncoder().encode(`bang-tin:${await thumbprint(key)}`)
  const digest = new DataView(await crypto.subtle.digest('SHA-256', name))
  return {
    word: digest.getUint8(0) % 64,
    number: 10 + (digest.getUint32(1) % 90),
  }
}
