import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import { findManagedPerson, type FindDeps } from './find-managed-person.js'
import type { GrantRepository } from './grant.repository.js'
import { keepAdministrator } from './keep-administrator.js'
import type { PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'

type Deps = FindDeps & {
  clock: Clock
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'list' | 'takeTurn' | 'saveFrozen'>
    grants: Pick<GrantRepository, 'list'>
    areas: { findRoot(): Promise<{ id: string } | null> }
    sessions: Pick<SessionRepository, 'endAll'>
    recordAct: RecordAct
  }>
}

/**
 * On leaving: nobody gets in by this account any more, at once, sessions and
 * API tokens included; everything it did keeps its name. Throws
 * `account.not_found`, `account.last_administrator`, `auth.forbidden` for
 * oneself, and what `requireMay` throws.
 */
export async function freezePerson(
  deps: Deps,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const at = isoNow(deps.clock)
  const { person } = await findManagedPerson(deps, actor, { id, now: at })
  if (id === actor.id) throw new AppError('auth.forbidden', {})
  if (person.frozenAt !== null) return
  await deps.inTransaction(async (tx) => {
    await tx.people.takeTurn()
    await keepAdministrator(tx, ({ personId }) => personId === id, at)
    await tx.people.saveFrozen(id, { at, reason })
    const sessions = await tx.sessions.endAll(id, null)
    await tx.recordAct(actor, {
      act: 'account.frozen',
      subject: { kind: 'account', id },
      areaId: person.areaId,
      details: { userName: person.userName, reason, sessions },
    })
  })
}

/** Lets the person in again, with the roles not ended meanwhile. */
export async function unfreezePerson(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const now = isoNow(deps.clock)
  const { person } = await findManagedPerson(deps, actor, { id, now })
  if (person.frozenAt === null) return
  await deps.inTransaction(async ({ people, recordAct }) => {
    await people.saveFrozen(id, null)
    await recordAct(actor, {
      act: 'account.unfrozen',
      subject: { kind: 'account', id },
      areaId: person.areaId,
      details: { userName: person.userName },
    })
  })
}

/** Ends every session of the person; they sign in again where they may. */
export async function endPersonSessions(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const now = isoNow(deps.clock)
  const { person } = await findManagedPerson(deps, actor, { id, now })
  await deps.inTransaction(async ({ sessions, recordAct }) => {
    const count = await sessions.endAll(id, null)
    await recordAct(actor, {
      act: 'account.sessions_ended',
      subject: { kind: 'account', id },
      areaId: person.areaId,
      details: { userName: person.userName, count },
    })
  })
}
