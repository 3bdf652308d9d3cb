import type { Manifest } from '../contract/manifest.js'
import type { Notice } from '../contract/notice.js'

/**
 * Which notices of a manifest have a say on this screen, and in what order
 * they take the glass.
 */

/** A notice with its instants read, in milliseconds. */
export type TimedNotice = { notice: Notice; from: number; to: number }

/**
 * Notices for this screen that no recall forbids; of one notice only the
 * highest version, even before that begins: a correction replaces.
 */
export function noticesFor(manifest: Manifest): TimedNotice[] {
  const newest = new Map<string, Notice>()
  for (const notice of manifest.notices) {
    const known = newest.get(notice.id)
    if (!notice.screens.includes(manifest.screen.id)) continue
    if (!known || known.version < notice.version) newest.set(notice.id, notice)
  }
  const recalled = recalledVersions(manifest)
  return [...newest.values()]
    .filter(({ id, version }) => version > (recalled.get(id) ?? 0))
    .map((notice) => ({
      notice,
      from: Date.parse(notice.startsAt),
      to: Date.parse(notice.expiresAt),
    }))
    .sort(byRank)
}

/**
 * Those in force at `instant`, first in rank first. A hold stands alone: who
 * stopped everything stopped warnings too. A drill never stands beside or
 * before the real thing: real notices in force hide drills.
 */
export function noticesInForce(
  notices: readonly TimedNotice[],
  instant: number,
): TimedNotice[] {
  const now = notices.filter(({ from, to }) => from <= instant && instant < to)
  const held = now.filter(({ notice }) => notice.hold === true)
  if (held.length) return held.slice(0, 1)
  const real = now.filter(({ notice }) => !notice.drill)
  return real.length ? real : now
}

/** Of each notice id, the highest version that a recall forbids here. */
function recalledVersions(manifest: Manifest): ReadonlyMap<string, number> {
  const versions = new Map<string, number>()
  for (const { target, screens } of manifest.recalls) {
    if (target.kind !== 'notice') continue
    if (!screens.includes(manifest.screen.id)) continue
    const known = versions.get(target.id) ?? 0
    versions.set(target.id, Math.max(known, target.version))
  }
  return versions
}

/** Highest level first, then newest, then by id. */
function byRank({ notice: a }: TimedNotice, { notice: b }: TimedNotice) {
  return (
    b.level - a.level ||
    Date.parse(b.issuedAt) - Date.parse(a.issuedAt) ||
    (a.id < b.id ? -1 : 1)
  )
}
