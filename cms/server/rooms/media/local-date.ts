import { localParts } from '../../../../shared/time/zone.js'

/** The calendar date in Vietnam at `now`, yyyy-MM-dd. */
export function localDate(now: number): string {
  const { year, month, day } = localParts(now)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
