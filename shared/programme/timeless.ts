import type { Manifest } from '../contract/manifest.js'
import type { Schedule } from '../contract/schedule.js'

/**
 * What of a manifest may be shown by a clock that is known to be wrong: items
 * that no window, daypart, embargo or expiry bounds. A notice always has an
 * end, so none of them may be. Recalls need no clock and stay.
 */
export function withoutTimes(manifest: Manifest): Manifest {
  const items = manifest.items.filter(({ schedule }) => !isTimed(schedule))
  return { ...manifest, items, notices: [] }
}

/** Whether anything in the schedule depends on the time of day or the date. */
export function isTimed(schedule: Schedule): boolean {
  return (
    schedule.notBefore !== undefined ||
    schedule.expiresAt !== undefined ||
    (schedule.windows?.length ?? 0) > 0 ||
    (schedule.weekdays?.length ?? 0) > 0 ||
    (schedule.dayparts?.length ?? 0) > 0
  )
}
