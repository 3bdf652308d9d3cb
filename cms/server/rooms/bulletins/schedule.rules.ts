import type { FieldProblem } from '../../../../shared/contract/errors.js'
import type { Schedule } from '../../../../shared/contract/schedule.js'

/** A rule broken by a schedule; the door says it in words. */
export type ScheduleProblem = Pick<FieldProblem, 'pointer' | 'rule'>

/**
 * What is wrong with a schedule by itself: ends before it begins, an empty
 * window, a weekday twice. With `now`, also that it is over already.
 */
export function scheduleProblems(
  schedule: Schedule,
  now?: number,
): ScheduleProblem[] {
  const problems: ScheduleProblem[] = []
  const { notBefore, expiresAt, windows = [], weekdays = [] } = schedule
  if (notBefore && expiresAt && ms(expiresAt) <= ms(notBefore))
    problems.push({ pointer: '/expiresAt', rule: 'wrong_order' })
  windows.forEach((window, index) => {
    if (ms(window.to) <= ms(window.from))
      problems.push({ pointer: `/windows/${index}/to`, rule: 'wrong_order' })
  })
  if (new Set(weekdays).size !== weekdays.length)
    problems.push({ pointer: '/weekdays', rule: 'duplicate' })
  ;(schedule.dayparts ?? []).forEach((part, index) => {
    if (part.from === part.to)
      problems.push({ pointer: `/dayparts/${index}/to`, rule: 'wrong_order' })
  })
  if (now !== undefined && isOver(schedule, now))
    problems.push({ pointer: '/expiresAt', rule: 'past_date' })
  return problems
}

/** The last instant anything of it can be on the glass, or null for never. */
export function endOf(schedule: Schedule): string | null {
  const ends = (schedule.windows ?? []).map((window) => window.to)
  const lastWindow = ends.length
    ? ends.reduce((a, b) => (ms(a) > ms(b) ? a : b))
    : null
  const { expiresAt = null } = schedule
  const known = [lastWindow, expiresAt].filter((end) => end !== null)
  if (known.length === 0) return null
  // Written in one way, so that the database can compare them as text.
  return new Date(Math.min(...known.map(ms))).toISOString()
}

function isOver(schedule: Schedule, now: number): boolean {
  const end = endOf(schedule)
  return end !== null && ms(end) <= now
}

function ms(instant: string): number {
  return Date.parse(instant)
}
