/** Time in which a name or a code holds: whole days, the end left out. */

/** From inclusive; `until` is the first day it no longer holds, null is open. */
export type Interval = { from: string; until: string | null }

/** Stands for "as long as anybody knows". */
export const BEGINNING = '0001-01-01'

/** Whether it holds on the day (yyyy-MM-dd). */
export function holdsOn({ from, until }: Interval, day: string): boolean {
  return from <= day && (until === null || day < until)
}

/** Whether there is a day on which both hold. */
export function overlaps(a: Interval, b: Interval): boolean {
  return (
    (b.until === null || a.from < b.until) &&
    (a.until === null || b.from < a.until)
  )
}

/**
 * Ends what holds on `day` there, and drops nothing. What began on that very
 * day never held before it and is left out.
 */
export function endedOn<T extends Interval>(
  spans: readonly T[],
  day: string,
): T[] {
  return spans.flatMap((span) => {
    if (!holdsOn(span, day)) return [span]
    return span.from === day ? [] : [{ ...span, until: day }]
  })
}
