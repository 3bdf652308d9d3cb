/**
 * User names: plain small letters, so that two that look alike cannot both
 * exist. Unicode look-alikes (UTS #39) never get in; those within ASCII are
 * compared by their skeleton.
 */
import { AppError } from '../../../../shared/kernel/app-error.js'

const SHAPE = /^[a-z][a-z0-9_.]{1,39}$/
/** Names in the audit that no person may carry. */
const RESERVED = new Set(['operator', 'system', 'nobody', 'root', 'bangtin'])

/**
 * As it is kept and compared: NFKC (an input method's wide letters are the
 * letters they look like), trimmed, in lower case.
 */
export function normaliseUserName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** The kept form. Throws `account.name_invalid`. */
export function requireUserName(typed: string): string {
  const name = normaliseUserName(typed)
  if (!SHAPE.test(name) || RESERVED.has(name))
    throw new AppError('account.name_invalid', { minLength: 2, maxLength: 40 })
  return name
}

/**
 * What the eye makes of a name: l, i and 1 are one stroke, o and 0 one ring,
 * rn an m, vv a w, and dots and underscores nothing. Names with the same
 * skeleton are taken for each other.
 */
export function nameSkeleton(name: string): string {
  return normaliseUserName(name)
    .replace(/[._]/g, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[1i|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
}
