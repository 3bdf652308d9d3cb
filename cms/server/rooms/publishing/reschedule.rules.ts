import type { Schedule } from '../../../../shared/contract/schedule.js'

export type RescheduleEffect = {
  /** It starts later than was approved. */
  later: boolean
  endsSooner: boolean
  /** It is on the glass at a time nobody approved. */
  widens: boolean
}

type Bounds = Pick<Schedule, 'notBefore' | 'expiresAt'>

/**
 * What another start and end do to what was approved. A start that is past
 * already and no start at all are the same.
 */
export function rescheduleEffect(
  approved: Bounds,
  wanted: Bounds,
  now: number,
): RescheduleEffect {
  const start = (bounds: Bounds) =>
    Math.max(now, bounds.notBefore ? Date.parse(bounds.notBefore) : now)
  const end = (bounds: Bounds) =>
    bounds.expiresAt ? Date.parse(bounds.expiresAt) : Infinity
  return {
    later: start(wanted) > start(approved),
    endsSooner: end(wanted) < end(approved),
    widens: start(wanted) < start(approved) || end(wanted) > end(approved),
  }
}
