import type { AsRun } from '../../../shared/contract/receipt.js'

const HOUR_MS = 3_600_000
/** About a month of eight releases without a link; the oldest go first. */
export const MOST_ROWS = 6000

/** One showing of a release that has ended; instants in ms. */
export type Showing = { releaseId: string; endedAt: number; seconds: number }

/**
 * The counters with one showing more, counted in the hour it ended. Rows are
 * totals of their hour, so that sending one twice changes nothing.
 */
export function countShowing(
  rows: readonly AsRun[],
  showing: Showing,
): AsRun[] {
  const hourMs = Math.floor(showing.endedAt / HOUR_MS) * HOUR_MS
  const hour = new Date(hourMs).toISOString()
  const same = (row: AsRun) =>
    row.releaseId === showing.releaseId && row.hour === hour
  const known = rows.find(same)
  const next: AsRun = {
    releaseId: showing.releaseId,
    hour,
    showings: (known?.showings ?? 0) + 1,
    seconds: round((known?.seconds ?? 0) + showing.seconds),
  }
  const others = rows.filter((row) => !same(row))
  return [...others, next].slice(-MOST_ROWS)
}

/**
 * What is left after the CMS took `sent`: rows of ended hours go, the running
 * hour's stay because they still grow.
 */
export function forgetSent(
  rows: readonly AsRun[],
  sent: readonly AsRun[],
  now: number,
): AsRun[] {
  const running = Math.floor(now / HOUR_MS) * HOUR_MS
  const key = (row: AsRun) =>
    `${row.releaseId} ${row.hour} ${row.showings} ${row.seconds}`
  const gone = new Set(
    sent.filter((row) => Date.parse(row.hour) < running).map(key),
  )
  return rows.filter((row) => !gone.has(key(row)))
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10
}

/** Rows that differ from what the CMS last took. */
export function changedRows(
  rows: readonly AsRun[],
  taken: ReadonlyMap<string, string>,
): AsRun[] {
  return rows.filter((row) => taken.get(rowName(row)) !== rowValue(row))
}

export function rowName(row: AsRun): string {
  return `${row.releaseId} ${row.hour}`
}

export function rowValue(row: AsRun): string {
  return `${row.showings} ${row.seconds}`
}
