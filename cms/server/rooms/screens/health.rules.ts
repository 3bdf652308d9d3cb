import type { ScreenHealth } from '../../../../shared/contract/api/screens.js'
import type { ScreenStatus } from '../../../../shared/contract/screen-link.js'

/** A poll comes every minute; two missed and a half make a screen offline. */
export const OFFLINE_AFTER_MS = 150_000
/** A refusal is worth a person's eye for this long. */
export const REFUSAL_MATTERS_MS = 15 * 60_000

export type HealthFacts = {
  revokedAt: string | null
  connected: boolean
  lastSeenAt: string | null
  status: ScreenStatus | null
  manifestNumber: number
  /** Milliseconds. */
  now: number
}

/** In the order in which a person should look at them. */
export const HEALTH_ORDER: readonly ScreenHealth[] = [
  'offline',
  'stage_dead',
  'refusing',
  'syncing',
  'outdated',
  'ok',
  'revoked',
]

/**
 * One word for the state of a screen; the first that applies: revoked,
 * offline, stage_dead, refusing, syncing, outdated, ok.
 */
export function judgeHealth(facts: HealthFacts): ScreenHealth {
  if (facts.revokedAt !== null) return 'revoked'
  if (
    !facts.connected &&
    !isRecent(facts.lastSeenAt, facts.now, OFFLINE_AFTER_MS)
  )
    return 'offline'
  const status = facts.status
  if (!status) return 'syncing'
  if (!status.stageAlive) return 'stage_dead'
  const refuses = status.refusals.some((refusal) =>
    isRecent(refusal.at, facts.now, REFUSAL_MATTERS_MS),
  )
  if (refuses) return 'refusing'
  if (status.sync.state !== 'idle') return 'syncing'
  if (status.manifestNumber < facts.manifestNumber) return 'outdated'
  return 'ok'
}

/** Faults first, then by name is the caller's. Revoked ones last: done with. */
export function healthRank(health: ScreenHealth): number {
  return HEALTH_ORDER.indexOf(health)
}

function isRecent(at: string | null, now: number, withinMs: number): boolean {
  return at !== null && now - Date.parse(at) <= withinMs
}
