import type { OneTimePassword } from '../../../../shared/contract/api/people.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { DialectName } from '../../db/database.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { Authentication } from './authentication.js'
import type { FactorRepository } from './factor.repository.js'
import { findManagedPerson, type FindDeps } from './find-managed-person.js'
import { newOneTimePassword, RESET_MS } from './one-time-password.js'
import { requireGoodPassword } from './password.rules.js'
import type { PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'

type Deps = FindDeps & {
  authentication: Pick<Authentication, 'hashPassword'>
  clock: Clock
  database: { dialect: DialectName }
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'savePassword'>
    sessions: Pick<SessionRepository, 'endAll'>
    factors: Pick<FactorRepository, 'removeAuthenticator' | 'removePasskeys'>
    recordAct: RecordAct
  }>
}

export type ResetAccount = {
  /** Authenticator and passkeys too: the phone is lost. */
  secondFactors: boolean
  /** Only the operator gives one of their choice; else it is made, for once. */
  password?: string | undefined
}

/**
 * Gives a person a one-time password in place of the one they had, and ends
 * all their sessions. Nobody resets their own account. Throws
 * `account.not_found`, `account.frozen`, `account.weak_password`,
 * `auth.forbidden` and what else `requireMay` throws.
 */
export async function resetAccount(
  deps: Deps,
  actor: Actor,
  id: string,
  input: ResetAccount,
): Promise<OneTimePassword> {
  const at = isoNow(deps.clock)
  const { person } = await findManagedPerson(deps, actor, { id, now: at })
  if (id === actor.id) throw new AppError('auth.forbidden', {})
  if (person.frozenAt !== null) throw new AppError('account.frozen', {})
  const temporary = input.password === undefined
  if (input.password !== undefined)
    await requireGoodPassword(input.password, person.userName)
  const password = input.password ?? newOneTimePassword()
  const hash = await deps.authentication.hashPassword(password)
  const expiresAt = temporary
    ? new Date(deps.clock.now() + RESET_MS).toISOString()
    : null
  await deps.inTransaction(async ({ people, sessions, factors, recordAct }) => {
    await people.savePassword(id, { hash, at, temporary, expiresAt })
    await sessions.endAll(id, null)
    if (input.secondFactors) {
      const off = deps.database.dialect === 'postgres' ? false : 0
      await factors.removeAuthenticator(id, off)
      await factors.removePasskeys(id)
    }
    await recordAct(actor, {
      act: 'account.password_reset',
      subject: { kind: 'account', id },
      areaId: person.areaId,
      details: {
        userName: person.userName,
        secondFactors: input.secondFactors,
        expiresAt,
      },
    })
  })
  return { id, userName: person.userName, oneTimePassword: password, expiresAt }
}
