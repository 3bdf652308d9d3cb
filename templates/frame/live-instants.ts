/*
 * Instants a slide waits for, written in its markup as ISO: how long until one
 * comes (`data-at`), and parts that are seen only between two of them
 * (`data-when="span"` with `data-from` and `data-until`, each optional). The
 * screen keeps them by its own trusted time, with no network.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * What is left until an instant, in whole minutes rounded up, so that the last
 * minute is counted as one and zero means it has come.
 */
export function timeLeft(
  at: string,
  now: number,
): { days: number; hours: number; minutes: number } | null {
  const target = Date.parse(at)
  if (Number.isNaN(target)) return null
  const left = Math.max(0, Math.ceil((target - now) / MINUTE)) * MINUTE
  return {
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / HOUR),
    minutes: Math.floor((left % HOUR) / MINUTE),
  }
}

/** The text of `data-live="count-days"`, `count-hours`, `count-minutes`. */
export function sayTimeLeft(
  kind: string,
  at: string,
  now: number,
): string | null {
  const left = timeLeft(at, now)
  if (!left) return ''
  if (kind === 'count-days') return String(left.days)
  if (kind === 'count-hours') return two(left.hours)
  if (kind === 'count-minutes') return two(left.minutes)
  return null
}

/** Whether `now` lies in [from, until). A bound that is no instant is open. */
export function inSpan(
  span: { from?: string | undefined; until?: string | undefined },
  now: number,
): boolean {
  const from = Date.parse(span.from ?? '')
  const until = Date.parse(span.until ?? '')
  return !(now < from) && !(now >= until)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
