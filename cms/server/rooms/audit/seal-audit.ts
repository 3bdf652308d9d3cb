import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { localDate } from '../../../../shared/time/zone.js'
import type { AuditRepository } from './audit.repository.js'
import type { SealCheckpoint } from './checkpoint-seals.js'
import type { CheckpointRepository } from './checkpoint.repository.js'

type Deps = {
  audit: Pick<AuditRepository, 'head'>
  checkpoints: Pick<CheckpointRepository, 'hasDay' | 'insert'>
  sealCheckpoint: SealCheckpoint
  clock: Clock
}

/**
 * Seals where the chain stands, once for each Vietnamese day, on whichever
 * node comes first. Null: this day has its checkpoint, or nothing was ever
 * done. What it answers goes to the log too, and so off the database.
 */
export async function sealAudit(
  deps: Deps,
): Promise<{ number: number; hash: string } | null> {
  const day = localDate(deps.clock.now())
  if (await deps.checkpoints.hasDay(day)) return null
  const { number, hash } = await deps.audit.head()
  if (number === 0) return null
  const sealedAt = isoNow(deps.clock)
  const sealed = await deps.sealCheckpoint({ number, hash, issuedAt: sealedAt })
  const first = { number, hash, sealedAt, sealed }
  return (await deps.checkpoints.insert(first, day)) ? { number, hash } : null
}
