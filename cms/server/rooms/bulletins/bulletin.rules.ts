import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'

/*
 * The phases of a bulletin: draft → submitted → live → withdrawn | ended;
 * submitted → returned → draft. The state is that of its newest revision, so a
 * live bulletin that is being changed is a `draft` with a live revision beside
 * it, which stays on the screens until the new one is released.
 */

export type BulletinAct =
  'save' | 'submit' | 'return' | 'release' | 'withdraw' | 'end'

type Standing = { state: BulletinState; isLive: boolean }

const FROM: Record<BulletinAct, readonly BulletinState[]> = {
  save: ['draft', 'returned', 'live', 'withdrawn', 'ended'],
  submit: ['draft', 'returned'],
  return: ['submitted'],
  release: ['submitted'],
  withdraw: ['draft', 'submitted', 'returned', 'live'],
  end: ['draft', 'submitted', 'returned', 'live'],
}

/** Whether the act fits the state, whoever does it. */
export function actFits(act: BulletinAct, now: Standing): boolean {
  if (!FROM[act].includes(now.state)) return false
  // Only what is on screens can be taken off them.
  return act === 'withdraw' || act === 'end' ? now.isLive : true
}

/** The state after an act that fits. */
export function stateAfter(act: BulletinAct, now: Standing): BulletinState {
  switch (act) {
    case 'save':
      return 'draft'
    case 'submit':
      return 'submitted'
    case 'return':
      return 'returned'
    case 'release':
      return 'live'
    case 'withdraw':
      return now.state === 'live' ? 'withdrawn' : now.state
    case 'end':
      return now.state === 'live' ? 'ended' : now.state
  }
}

/**
 * Whether a save starts a new revision: a revision that was ever submitted is
 * what somebody judged, and never changes again.
 */
export function needsNewRevision(submittedAt: string | null): boolean {
  return submittedAt !== null
}
