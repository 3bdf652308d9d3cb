import { Temporal } from 'temporal-polyfill'

/**
 * Wall clocks and instants. The stage asks several times a second, so the
 * offset of a zone is looked up once per UTC day and remembered; Temporal
 * answers the hard part (where a clock was changed), plain sums the rest.
 */

/** The zone of every screen here: UTC+7, no change of clocks. */
export const HOME_ZONE = 'Asia/Ho_Chi_Minh'

export const DAY_MS = 86_400_000

/** What a wall clock and a calendar on the wall say. */
export type LocalParts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** ISO: 1 Monday … 7 Sunday. */
  weekday: number
}

/** One UTC day of one zone: its offset, and where it changes if it does. */
type OffsetDay = { before: number; changeAt: number; after: number }

const remembered = new Map<string, Map<number, OffsetDay>>()
/** A year of days: what a report or a preview walks over at most. */
const MOST_DAYS = 400

/** Milliseconds to add to UTC to get the wall clock of `zone` at `instant`. */
export function zoneOffsetMs(zone: string, instant: number): number {
  const day = offsetDay(zone, Math.floor(instant / DAY_MS))
  return instant < day.changeAt ? day.before : day.after
}

/**
 * The number of the local day that `instant` falls on, counted from
 * 1970-01-01.
 */
export function localDayOf(zone: string, instant: number): number {
  return Math.floor((instant + zoneOffsetMs(zone, instant)) / DAY_MS)
}

/** ISO weekday (1 Monday … 7 Sunday) of a local day number. */
export function weekdayOfDay(day: number): number {
  // Day 0 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/**
 * The first instant at which the clock on the wall has reached minute
 * `minutes` of local day `day` (minutes may be 1440 or more). A time that a
 * change of clocks skips is reached at the change; one that comes twice counts
 * from the first.
 */
export function instantOf(zone: string, day: number, minutes: number): number {
  const local = day * DAY_MS + minutes * 60_000
  const early = zoneOffsetMs(zone, local - DAY_MS)
  const late = zoneOffsetMs(zone, local + DAY_MS)
  if (early === late) return local - early
  const changeAt = changeBetween(zone, local - DAY_MS, local + DAY_MS)
  if (local - early < changeAt) return local - early
  return Math.max(local - late, changeAt)
}

/** The wall clock and calendar of `zone` at `instant` (ms since the epoch). */
export function localParts(instant: number, zone = HOME_ZONE): LocalParts {
  const wall = new Date(instant + zoneOffsetMs(zone, instant))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: weekdayOfDay(Math.floor(wall.getTime() / DAY_MS)),
  }
}

/** The local calendar date at `instant`, yyyy-MM-dd. */
export function localDate(instant: number, zone = HOME_ZONE): string {
  return new Date(instant + zoneOffsetMs(zone, instant))
    .toISOString()
    .slice(0, 10)
}

/** True for a name that Temporal knows as a time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    // Temporal throws RangeError for what is no zone: that is the answer.
    return false
  }
}

function offsetDay(zone: string, day: number): OffsetDay {
  let days = remembered.get(zone)
  if (!days) {
    days = new Map()
    remembered.set(zone, days)
  }
  let found = days.get(day)
  if (!found) {
    // A player runs for years: forget all rather than grow.
    if (days.size >= MOST_DAYS) days.clear()
    found = lookUp(zone, day)
    days.set(day, found)
  }
  return found
}

function lookUp(zone: string, day: number): OffsetDay {
  const before = exactOffsetMs(zone, day * DAY_MS)
  const after = exactOffsetMs(zone, (day + 1) * DAY_MS - 1)
  if (before === after) return { before, changeAt: -Infinity, after }
  let low = day * DAY_MS
  let high = (day + 1) * DAY_MS - 1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (exactOffsetMs(zone, middle) === before) low = middle
    else high = middle
  }
  return { before, changeAt: high, after }
}

function exactOffsetMs(zone: string, instant: number): number {
  return (
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
      .offsetNanoseconds / 1_000_000
  )
}

/** The instant in (from, to] at which the offset of the zone changes. */
function changeBetween(zone: string, from: number, to: number): number {
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS <= to; day++) {
    const { changeAt, after } = offsetDay(zone, day)
    if (changeAt > from && changeAt <= to) return changeAt
    // A change exactly at midnight UTC stands between two days.
    if (offsetDay(zone, day + 1).before !== after) return (day + 1) * DAY_MS
  }
  return to
}
