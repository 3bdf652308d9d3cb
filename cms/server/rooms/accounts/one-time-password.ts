import { randomInt } from 'node:crypto'

const HOUR_MS = 3_600_000
/** A reset is done while the person waits; a new account on their first day. */
export const RESET_MS = 24 * HOUR_MS
export const NEW_ACCOUNT_MS = 7 * 24 * HOUR_MS

/**
 * Four groups of four, without letters that look alike: 78 bits, to be read
 * over a telephone and typed once.
 */
export function newOneTimePassword(): string {
  const letters = 'abcdefghjkmnpqrstvwxyz23456789'
  const group = () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
