import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { Authentication } from './authentication.js'
import { requireGoodPassword } from './password.rules.js'
import { requireMay } from './permissions.rules.js'
import type { PersonRepository } from './person.repository.js'

type Deps = {
  authentication: Pick<Authentication, 'hashPassword'>
  clock: Clock
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'findByUserName' | 'savePassword'>
    recordAct: RecordAct
  }>
}

/**
 * Gives a person a new password and ends all their sessions. Throws
 * `auth.forbidden`, `account.not_found`, `account.weak_password`.
 */
export async function resetPassword(
  deps: Deps,
  actor: Actor,
  input: { userName: string; password: string },
): Promise<void> {
  requireMay(actor, 'system.operate')
  const userName = input.userName.trim().toLowerCase()
  requireGoodPassword(input.password, userName)
  const hash = await deps.authentication.hashPassword(input.password)
  await deps.inTransaction(async ({ people, recordAct }) => {
    const person = await people.findByUserName(userName)
    if (person === null) throw new AppError('account.not_found', { userName })
    await people.savePassword(person.id, hash, isoNow(deps.clock))
    await recordAct(actor, {
      act: 'account.password_reset',
      subject: { kind: 'account', id: person.id },
    })
  })
}
