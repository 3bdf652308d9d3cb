import { randomBytes } from 'node:crypto'

/** How long a code on the glass can be claimed: 10 minutes. */
export const PAIRING_LIFE_MS = 10 * 60_000

/** Open pairings of the whole installation; more is an attack, not a day. */
export const MAX_OPEN_PAIRINGS = 500

/** 32 letters and digits that nobody mistakes: no 0 O, no 1 I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Six characters from the system's random source: about 10⁹ codes. */
export function newPairingCode(random: Uint8Array = randomBytes(6)): string {
  return Array.from(random.slice(0, 6), (byte) => ALPHABET[byte & 31]).join('')
}

/** What a person typed, as we keep it: no spaces or dashes, upper case. */
export function normaliseCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}
