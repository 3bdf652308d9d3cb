import type { Schedule } from '../../../../shared/contract/schedule.js'
import { addDays, instantAt, isoDateOf, sayTime } from '../../ui/time.js'

export type ScheduleProblem = 'ends_before_it_starts' | 'ends_in_the_past'

/**
 * What is wrong with the dates, or null. An end at midnight closes the day
 * before it; `todayIso` is yyyy-MM-dd here.
 */
export function scheduleProblem(
  schedule: Schedule,
  todayIso: string,
): ScheduleProblem | null {
  const last = lastDayOf(schedule)
  if (last === null) return null
  const first = schedule.notBefore ? isoDateOf(schedule.notBefore) : todayIso
  if (last < todayIso) return 'ends_in_the_past'
  return last < first ? 'ends_before_it_starts' : null
}

/** The last day on which it is shown, yyyy-MM-dd. */
export function lastDayOf(schedule: Schedule): string | null {
  const { expiresAt } = schedule
  if (expiresAt === undefined) return null
  const day = isoDateOf(expiresAt)
  return sayTime(expiresAt) === '00:00' ? addDays(day, -1) : day
}

/** Shown through the whole of that day; null: no end. */
export function withLastDay(day: string | null): {
  expiresAt: string | undefined
} {
  return {
    expiresAt: day === null ? undefined : instantAt(addDays(day, 1), '00:00'),
  }
}

/** A schedule says only what bounds it. */
export function withoutEmpty(schedule: {
  [K in keyof Schedule]?: Schedule[K] | undefined
}): Schedule {
  return Object.fromEntries(
    Object.entries(schedule).filter(
      ([, value]) =>
        value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Schedule
}
