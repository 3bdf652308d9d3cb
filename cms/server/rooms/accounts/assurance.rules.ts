/**
 * How sure we are of who acts: what a session has shown, and what is missing
 * for what its grants allow.
 */
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor, ActorLacks, DatedGrant } from './actor.js'
import { SECOND_FACTOR_ROLES } from './permissions.rules.js'

/** A proof of who it is opens grave acts for so long, and for one sitting. */
export const PROOF_MS = 15 * 60_000

/**
 * So long after a role that needs a second factor was given, a password still
 * does: time to get a phone ready, not time to forget.
 */
export const GRACE_MS = 7 * 86_400_000

/** What a session has shown, as it is kept. */
export type SessionProof = {
  /** Instant; null: never since it was opened. */
  provedAt: string | null
  secondFactor: boolean
}

/**
 * When a password alone stops being enough for these grants, ms since the
 * epoch; null when none of them needs more.
 */
export function graceEnds(grants: readonly DatedGrant[]): number | null {
  const starts = grants
    .filter(({ role }) => SECOND_FACTOR_ROLES.includes(role))
    .map(({ since }) => Date.parse(since))
  return starts.length === 0 ? null : Math.min(...starts) + GRACE_MS
}

/** What is missing at `now`. `relaxed`: the demo, which asks for no factor. */
export function lacksOf(
  held: {
    proof: SessionProof
    grants: readonly DatedGrant[]
    temporaryPassword: boolean
    relaxed: boolean
  },
  now: number,
): ActorLacks {
  const { provedAt, secondFactor } = held.proof
  const ends = graceEnds(held.grants)
  const age = provedAt === null ? Infinity : now - Date.parse(provedAt)
  return {
    ownPassword: held.temporaryPassword,
    secondFactor:
      !held.relaxed && !secondFactor && ends !== null && now >= ends,
    // A clock set back must not keep an old proof fresh.
    recentProof: age > PROOF_MS || age < -PROOF_MS,
  }
}

/**
 * For grave acts that are in no table, such as those on the own account:
 * throws `auth.proof_required` unless this session proved a short while ago
 * who it is, and `auth.forbidden` where no person is.
 */
export function requireRecentProof(actor: Actor): void {
  if (actor.kind !== 'person') throw new AppError('auth.forbidden', {})
  if (actor.lacks.recentProof) throw new AppError('auth.proof_required', {})
}
