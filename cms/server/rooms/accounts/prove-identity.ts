import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import { PROOF_MS } from './assurance.rules.js'
import type { SessionRepository } from './session.repository.js'

type Deps = {
  clock: Clock
  inTransaction: InTransaction<{
    sessions: Pick<SessionRepository, 'proveById'>
    recordAct: RecordAct
  }>
}

/**
 * Notes that the person of this session has just proved who it is, and returns
 * until when grave acts need no further proof. What was shown has been checked
 * by the caller.
 */
export async function noteProof(
  deps: Deps,
  actor: Actor,
  by: 'password' | 'code' | 'passkey',
): Promise<{ until: string }> {
  const { sessionId } = actor
  if (sessionId === undefined) throw new AppError('auth.forbidden', {})
  const at = isoNow(deps.clock)
  const secondFactor = by !== 'password'
  await deps.inTransaction(async ({ sessions, recordAct }) => {
    await sessions.proveById(sessionId, { at, secondFactor })
    await recordAct(actor, {
      act: 'account.proved',
      subject: { kind: 'account', id: actor.id },
      details: { by },
    })
  })
  return { until: new Date(deps.clock.now() + PROOF_MS).toISOString() }
}
