import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { Authentication } from './authentication.js'
import { requireGoodPassword } from './password.rules.js'
import type { PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'

type Deps = {
  authentication: Pick<Authentication, 'hashPassword' | 'verifyPassword'>
  clock: Clock
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'savePassword'>
    sessions: Pick<SessionRepository, 'endAll' | 'proveById'>
    recordAct: RecordAct
  }>
}

/**
 * A new password of the person's own choice; whoever knew the old one is
 * signed out everywhere else. The current one is asked unless it was a
 * temporary one, which is spent. Throws `account.weak_password`,
 * `auth.invalid`, `auth.forbidden` where no person is.
 */
export async function changeOwnPassword(
  deps: Deps,
  actor: Actor,
  input: { currentPassword?: string | undefined; newPassword: string },
): Promise<void> {
  const { sessionId } = actor
  if (sessionId === undefined) throw new AppError('auth.forbidden', {})
  const { currentPassword = '', newPassword } = input
  await requireGoodPassword(newPassword, actor.userName)
  if (!actor.lacks.ownPassword) {
    const { verifyPassword } = deps.authentication
    if (!(await verifyPassword(actor.id, currentPassword)))
      throw new AppError('auth.invalid', {})
    if (currentPassword === newPassword)
      throw new AppError('account.weak_password', {})
  }
  const hash = await deps.authentication.hashPassword(newPassword)
  const at = isoNow(deps.clock)
  await deps.inTransaction(async ({ people, sessions, recordAct }) => {
    await people.savePassword(actor.id, {
      hash,
      at,
      temporary: false,
      expiresAt: null,
    })
    await sessions.endAll(actor.id, sessionId)
    await sessions.proveById(sessionId, { at, secondFactor: false })
    await recordAct(actor, {
      act: 'account.password_changed',
      subject: { kind: 'account', id: actor.id },
    })
  })
}
