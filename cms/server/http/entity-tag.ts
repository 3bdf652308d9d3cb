/**
 * Versions over HTTP (RFC 9110 §8.8.3, §13.1). The tag of a thing that people
 * edit is "<version>-<hash of the answer>": it changes with every byte of the
 * answer, and its first part is all that If-Match is held against, so that a
 * screen that came on meanwhile does not refuse somebody's draft.
 */
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/kernel/app-error.js'

/** The strong tag of an answer with this version, as these bytes. */
export function tagOf(version: number, body: string): string {
  const hash = createHash('sha256').update(body).digest('base64url')
  return `"${version}-${hash.slice(0, 22)}"`
}

/** A tag of an answer that has no version: weak, for If-None-Match only. */
export function weakTagOf(body: string): string {
  const hash = createHash('sha256').update(body).digest('base64url')
  return `W/"${hash.slice(0, 22)}"`
}

/** Whether the caller holds exactly this answer already (weak comparison). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const bare = (one: string) => one.trim().replace(/^W\//, '')
  return ifNoneMatch
    .split(',')
    .some((one) => one.trim() === '*' || bare(one) === bare(tag))
}

/**
 * The version the caller means to change; null when any will do (`*`, or no
 * header). Throws request.invalid for what is no tag of ours, and
 * request.precondition_failed for a weak one, which never matches here.
 */
export function versionAsked(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null
  const asked = ifMatch.trim()
  if (asked.startsWith('W/'))
    throw new AppError('request.precondition_failed', {})
  const match = /^"(\d{1,9})(?:-[A-Za-z0-9_-]{1,64})?"$/.exec(asked)
  if (match === null) throw new AppError('request.invalid', {})
  return Number(match[1])
}
