/** Calendar dates of the demo, in Vietnam's own days (UTC+7, no DST). */
const DAY_MS = 86_400_000
const VIETNAM_MS = 7 * 3_600_000

/** yyyy-MM-dd in Vietnam, `days` after the instant `now` (ms). */
export function daysAfter(now: number, days: number): string {
  return new Date(now + VIETNAM_MS + days * DAY_MS).toISOString().slice(0, 10)
}

/** The first date on or after `date` that is this ISO weekday (1 Monday). */
export function nextWeekday(date: string, weekday: number): string {
  const from = Date.parse(`${date}T00:00:00Z`)
  const today = new Date(from).getUTCDay() || 7
  const ahead = (weekday - today + 7) % 7
  return new Date(from + ahead * DAY_MS).toISOString().slice(0, 10)
}

/** dd/MM/yyyy. */
export function sayDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}/${month}/${year}`
}
