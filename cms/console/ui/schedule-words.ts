// A schedule said in one sentence, the same wherever a person meets it.
import type { Schedule } from '../../../shared/contract/schedule.js'
import type { Copy } from '../copy/vi.js'
import { isoDateOf, sayDate, sayTime, showDate, addDays } from './time.js'

/** "Từ 15/03/2026 đến hết 20/03/2026, thứ Hai – thứ Sáu, 07:00 – 17:00". */
export function saySchedule(schedule: Schedule, copy: Copy): string {
  const words = copy.compose
  const parts = [sayDates(schedule, copy)]
  const days = schedule.weekdays ?? []
  if (days.length > 0 && days.length < 7) parts.push(sayWeekdays(days, copy))
  const hours = schedule.dayparts ?? []
  parts.push(
    hours.length === 0
      ? words.allDay
      : hours.map((part) => `${part.from} – ${part.to}`).join(', '),
  )
  return parts.join('; ')
}

function sayDates(schedule: Schedule, copy: Copy): string {
  const words = copy.compose
  const { notBefore, expiresAt } = schedule
  const from = notBefore === undefined ? '' : sayMoment(notBefore)
  const to = expiresAt === undefined ? '' : sayEnd(expiresAt)
  if (from && to) return words.fromTo(from, to)
  if (from) return words.fromOn(from)
  if (to) return words.untilOn(to)
  return words.fromApproval
}

function sayMoment(instant: string): string {
  const time = sayTime(instant)
  return time === '00:00' ? sayDate(instant) : `${time} ${sayDate(instant)}`
}

/**
 * Midnight ends the day before it: people say "đến hết 20/03".
 */
export function sayEnd(instant: string): string {
  return sayTime(instant) === '00:00'
    ? showDate(addDays(isoDateOf(instant), -1))
    : sayMoment(instant)
}

function sayWeekdays(days: readonly number[], copy: Copy): string {
  const sorted = [...days].sort((a, b) => a - b)
  const name = (day: number): string => copy.shell.weekdayNames[day - 1] ?? ''
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? 7
  const isRun = last - first === sorted.length - 1 && sorted.length > 2
  return isRun ? `${name(first)} – ${name(last)}` : sorted.map(name).join(', ')
}
