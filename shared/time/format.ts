import { en } from '../text/copy/en.js'
import { vi } from '../text/copy/vi.js'
import { DAY_MS, HOME_ZONE, localParts, weekdayOfDay } from './zone.js'

/**
 * Dates and times as people here read them: dd/MM/yyyy, 24 hours, the week
 * from Monday.
 */

export type Language = 'vi' | 'en'

/**
 * "15/03/2026" of an instant (ms, or ISO with a time) in `zone`, or of a
 * calendar date yyyy-MM-dd, which has no zone. Throws RangeError for neither.
 */
export function formatDate(when: number | string, zone = HOME_ZONE): string {
  const { day, month, year } = partsOf(when, zone)
  return `${two(day)}/${two(month)}/${year}`
}

/** "07:05" of an instant (ms or ISO) in `zone`. */
export function formatTime(instant: number | string, zone = HOME_ZONE): string {
  const { hour, minute } = partsOf(instant, zone)
  return `${two(hour)}:${two(minute)}`
}

/** "07:05, 15/03/2026". */
export function formatDateTime(
  instant: number | string,
  zone = HOME_ZONE,
): string {
  return `${formatTime(instant, zone)}, ${formatDate(instant, zone)}`
}

/** "Thứ Hai" for 1 … "Chủ nhật" for 7 (ISO). */
export function weekdayName(
  weekday: number,
  language: Language = 'vi',
): string {
  const name = (language === 'en' ? en : vi).weekdays[weekday - 1]
  if (name === undefined) throw new RangeError(`no weekday ${weekday}`)
  return name
}

/** ISO weekday of a calendar date yyyy-MM-dd. */
export function weekdayOf(dateIso: string): number {
  return weekdayOfDay(dayNumber(dateIso))
}

/** "Chủ nhật, 15/03/2026" of an instant or a calendar date. */
export function formatWeekdayDate(
  when: number | string,
  opts: { zone?: string; language?: Language } = {},
): string {
  const zone = opts.zone ?? HOME_ZONE
  const { weekday } = partsOf(when, zone)
  return `${weekdayName(weekday, opts.language)}, ${formatDate(when, zone)}`
}

/** Whole days from one calendar date to another; negative when it is past. */
export function daysBetween(fromIso: string, toIso: string): number {
  return dayNumber(toIso) - dayNumber(fromIso)
}

function partsOf(when: number | string, zone: string) {
  if (typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(when)) {
    return localParts(dayNumber(when) * DAY_MS, 'UTC')
  }
  const instant = typeof when === 'number' ? when : Date.parse(when)
  if (!Number.isFinite(instant)) throw new RangeError(`no time: ${when}`)
  return localParts(instant, zone)
}

function dayNumber(dateIso: string): number {
  const instant = Date.parse(`${dateIso}T00:00:00Z`)
  if (!Number.isFinite(instant)) throw new RangeError(`no date: ${dateIso}`)
  return instant / DAY_MS
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
