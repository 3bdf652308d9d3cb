// Dates and hours as people here write them: dd/MM/yyyy, 24 hours, UTC+7.
import { systemClock } from '../../../shared/kernel/clock.js'
import type { Copy } from '../copy/vi.js'

export const HOME_ZONE = 'Asia/Ho_Chi_Minh'
/** The zone has had no change of clocks since 1975. */
const HOME_OFFSET = '+07:00'

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: HOME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: HOME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const secondFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: HOME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** 15/03/2026 */
export function sayDate(instant: string | number): string {
  return dateFormat.format(new Date(instant))
}

/** 07:05 */
export function sayTime(instant: string | number): string {
  return timeFormat.format(new Date(instant))
}

/** 07:05:09, for receipts where a second counts. */
export function saySecond(instant: string | number): string {
  return secondFormat.format(new Date(instant))
}

/** "07:05 hôm nay", or "07:05, 15/03/2026" on another day. */
export function sayWhen(instant: string | number, copy: Copy): string {
  const time = sayTime(instant)
  const date = sayDate(instant)
  return date === sayDate(systemClock.now())
    ? copy.shell.todayAt(time)
    : copy.shell.at(time, date)
}

/** "20 giây trước" … "3 giờ trước", then the date. */
export function sayAgo(instant: string, copy: Copy): string {
  const seconds = Math.round((systemClock.now() - Date.parse(instant)) / 1000)
  if (seconds < 5) return copy.shell.justNow
  if (seconds < 60) return copy.shell.secondsAgo(seconds)
  if (seconds < 3600) return copy.shell.minutesAgo(Math.floor(seconds / 60))
  if (seconds < 43_200) return copy.shell.hoursAgo(Math.floor(seconds / 3600))
  return sayWhen(instant, copy)
}

/** yyyy-MM-dd of the day it is here at `instant`. */
export function isoDateOf(instant: string | number): string {
  return sayDate(instant).split('/').reverse().join('-')
}

/** Today here, yyyy-MM-dd. */
export function today(): string {
  return isoDateOf(systemClock.now())
}

/** The instant (UTC) at which the clock here shows `time` on `isoDate`. */
export function instantAt(isoDate: string, time: string): string {
  return new Date(`${isoDate}T${time}:00${HOME_OFFSET}`).toISOString()
}

/** yyyy-MM-dd moved by whole days. */
export function addDays(isoDate: string, days: number): string {
  const moved = Date.parse(`${isoDate}T12:00:00Z`) + days * 86_400_000
  return new Date(moved).toISOString().slice(0, 10)
}

/**
 * What a person typed as a date, as yyyy-MM-dd; null when it is no date.
 * Takes 15/3/2026, 15-03-2026, 15.3.26 and 15 3 2026.
 */
export function readDate(typed: string): string | null {
  const parts = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4}|\d{2})$/.exec(
    typed.trim(),
  )
  if (!parts) return null
  const [, day = '', month = '', year = ''] = parts
  const full = year.length === 2 ? `20${year}` : year
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) &&
    real.toISOString().slice(0, 10) === iso
    ? iso
    : null
}

/**
 * What a person typed as a time, as HH:mm; null when it is none.
 * Takes 7:00, 07.00, 7h, 7h30, 19 giờ 30, 24:00.
 */
export function readTime(typed: string): string | null {
  const parts =
    /^(\d{1,2})\s*(?:[:.hg]|giờ)?\s*(\d{1,2})?\s*(?:p|phút)?$/i.exec(
      typed.trim(),
    )
  if (!parts) return null
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? '0')
  const isEnd = hour === 24 && minute === 0
  if (!isEnd && (hour > 23 || minute > 59)) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** yyyy-MM-dd as 15/03/2026; what is no such date comes back as it is. */
export function showDate(isoDate: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(isoDate)
    ? isoDate.split('-').reverse().join('/')
    : isoDate
}
