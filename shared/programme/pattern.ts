import type { Schedule } from '../contract/schedule.js'
import { instantOf, localDayOf, weekdayOfDay } from '../time/zone.js'

/**
 * Weekdays and dayparts as spans of instants: the part of a schedule that
 * comes back every week in the screen's own time zone.
 */

/** Half open: from inclusive, to exclusive, milliseconds since the epoch. */
export type Span = { from: number; to: number }

/** A weekly pattern ready to ask; null where every moment is in it. */
export type Pattern = {
  zone: string
  weekdays: ReadonlySet<number> | null
  /** Minutes of the day; `to` may be past 1440. Ascending. */
  parts: readonly { from: number; to: number }[]
}

const WHOLE_DAY = { from: 0, to: 1440 }

/** The pattern of a schedule. An empty list binds nothing, like none at all. */
export function patternOf(schedule: Schedule, zone: string): Pattern | null {
  const { weekdays, dayparts } = schedule
  const everyDay = !weekdays?.length || new Set(weekdays).size === 7
  if (everyDay && !dayparts?.length) return null
  const parts = dayparts?.length
    ? dayparts.map(({ from, to }) => {
        const start = minutesOf(from)
        const end = minutesOf(to)
        return { from: start, to: end > start ? end : end + 1440 }
      })
    : [WHOLE_DAY]
  return {
    zone,
    weekdays: everyDay ? null : new Set(weekdays),
    parts: parts.sort((a, b) => a.from - b.from || a.to - b.to),
  }
}

/**
 * The spans of the pattern that touch [from, to), merged where they meet,
 * ascending. They may reach outside; where they do they are whole only as far
 * as the days around were looked at.
 */
export function patternSpans(pattern: Pattern, from: number, to: number) {
  const spans: Span[] = []
  // A daypart that began the day before may still run.
  const first = localDayOf(pattern.zone, from) - 1
  const last = localDayOf(pattern.zone, to) + 1
  for (let day = first; day <= last; day++) {
    if (pattern.weekdays && !pattern.weekdays.has(weekdayOfDay(day))) continue
    for (const part of pattern.parts) {
      const begins = instantOf(pattern.zone, day, part.from)
      const ends = instantOf(pattern.zone, day, part.to)
      if (begins < ends) spans.push({ from: begins, to: ends })
    }
  }
  return mergeSpans(spans)
}

/** Joins spans that meet or overlap; the result is ascending and apart. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else if (span.from < span.to) merged.push({ ...span })
  }
  return merged
}

function minutesOf(timeOfDay: string): number {
  return Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5))
}
