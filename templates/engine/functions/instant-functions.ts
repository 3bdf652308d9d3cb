import { HOME_ZONE, instantOf } from '../../../shared/time/zone.js'
import { readCall, type TemplateFunction } from './function-options.js'

const DAY_MS = 86_400_000

/**
 * The instant at which the wall clock here says `time` (HH:mm) on `date`
 * (yyyy-MM-dd), as ISO in UTC.
 *
 * @param hours added afterwards; may be negative
 * @throws RangeError for no date or no time
 */
export function instantHere(date: string, time: string, hours = 0): string {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number)
  const instant = instantOf(HOME_ZONE, day, hour * 60 + minute)
  return new Date(instant + hours * 3_600_000).toISOString()
}

/** `{{instant date time hours=-24}}`: for `data-at`, `data-from`, `data-until`. */
export const instantFunctions: Record<string, TemplateFunction> = {
  instant(...args) {
    const { first, second, hash } = readCall(args)
    const hours = Number(hash['hours'] ?? 0)
    return instantHere(String(first), String(second), hours)
  },
}
