/*
 * The one table of the way of a bulletin. Its state is that of its newest
 * revision, so a released bulletin that is being changed is a `draft` with a
 * released revision beside it, which stays on the screens until the new one
 * takes its place. A released one whose time has not come yet is `waiting`.
 */
import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'

export type BulletinAct =
  | 'save'
  | 'submit'
  | 'takeBack'
  | 'return'
  | 'release'
  | 'start'
  | 'reschedule'
  | 'correct'
  | 'withdraw'
  | 'end'

export type Standing = { state: BulletinState; isLive: boolean }

type Row = {
  act: BulletinAct
  from: readonly BulletinState[]
  /** Whether a revision has to be released, waiting or live. */
  released: 'needed' | 'any'
  /** `same`: an open draft stays open. `by_time`: waiting before its time. */
  to: BulletinState | 'same' | 'by_time'
}

const OPEN = ['draft', 'submitted', 'returned'] as const
const RELEASED = ['waiting', 'live'] as const
const STILL = [
  'draft',
  'returned',
  'waiting',
  'live',
  'withdrawn',
  'ended',
] as const

export const TRANSITIONS: readonly Row[] = [
  { act: 'save', from: STILL, released: 'any', to: 'draft' },
  {
    act: 'submit',
    from: ['draft', 'returned'],
    released: 'any',
    to: 'submitted',
  },
  { act: 'takeBack', from: ['submitted'], released: 'any', to: 'draft' },
  { act: 'return', from: ['submitted'], released: 'any', to: 'returned' },
  { act: 'release', from: ['submitted'], released: 'any', to: 'by_time' },
  { act: 'start', from: ['waiting'], released: 'needed', to: 'live' },
  { act: 'start', from: OPEN, released: 'needed', to: 'same' },
  { act: 'reschedule', from: RELEASED, released: 'needed', to: 'by_time' },
  { act: 'reschedule', from: OPEN, released: 'needed', to: 'same' },
  { act: 'correct', from: RELEASED, released: 'needed', to: 'by_time' },
  { act: 'correct', from: OPEN, released: 'needed', to: 'same' },
  { act: 'withdraw', from: RELEASED, released: 'needed', to: 'withdrawn' },
  { act: 'withdraw', from: OPEN, released: 'needed', to: 'same' },
  { act: 'end', from: RELEASED, released: 'needed', to: 'ended' },
  { act: 'end', from: OPEN, released: 'needed', to: 'same' },
]

/** Whether the act fits the state, whoever does it. */
export function actFits(act: BulletinAct, now: Standing): boolean {
  return rowOf(act, now) !== null
}

/**
 * The state after an act that fits; `embargoed`: what it releases may not be
 * shown yet. Throws RangeError for an act that does not fit.
 */
export function stateAfter(
  act: BulletinAct,
  now: Standing,
  embargoed = false,
): BulletinState {
  const row = rowOf(act, now)
  if (!row) throw new RangeError(`${act} does not fit ${now.state}`)
  if (row.to === 'same') return now.state
  if (row.to === 'by_time') return embargoed ? 'waiting' : 'live'
  return row.to
}

/**
 * Whether a save starts a new revision: a revision that was ever submitted is
 * what somebody judged, and never changes again.
 */
export function needsNewRevision(submittedAt: string | null): boolean {
  return submittedAt !== null
}

function rowOf(act: BulletinAct, now: Standing): Row | null {
  const found = TRANSITIONS.find(
    (row) =>
      row.act === act &&
      row.from.includes(now.state) &&
      (row.released === 'any' || now.isLive),
  )
  return found ?? null
}
