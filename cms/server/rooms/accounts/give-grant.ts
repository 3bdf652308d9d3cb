import type { Role } from '../../../../shared/contract/api/accounts.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import { findPerson, type FindDeps } from './find-managed-person.js'
import type { GrantRepository, KeptGrant } from './grant.repository.js'
import { keepAdministrator } from './keep-administrator.js'
import { grantState, requireGoodDates } from './people.rules.js'
import { requireMay } from './permissions.rules.js'
import type { PersonRepository } from './person.repository.js'

type Deps = FindDeps & {
  clock: Clock
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'list' | 'takeTurn'>
    grants: Pick<GrantRepository, 'list' | 'addGrant' | 'saveUntil'>
    areas: { findRoot(): Promise<{ id: string } | null> }
    recordAct: RecordAct
  }>
}

export type GiveGrant = {
  role: Role
  areaId: string
  from: string | null
  until: string | null
  note: string
}

/**
 * Gives a role over an area the actor looks after, to anyone but oneself.
 * Throws `account.own_grant`, `account.frozen`, `account.bad_dates`,
 * `account.not_found`, `area.not_found`, and what `requireMay` throws.
 */
export async function giveGrant(
  deps: Deps,
  actor: Actor,
  id: string,
  grant: GiveGrant,
): Promise<void> {
  const createdAt = isoNow(deps.clock)
  const { person } = await findPerson(deps, actor, { id, now: createdAt })
  requireMay(actor, 'account.manage', await deps.areaPathOf(grant.areaId))
  if (id === actor.id) throw new AppError('account.own_grant', {})
  if (person.frozenAt !== null) throw new AppError('account.frozen', {})
  requireGoodDates(grant, createdAt)
  await deps.inTransaction(async ({ grants, recordAct }) => {
    await grants.addGrant({ ...grant, personId: id, createdAt })
    await recordAct(actor, {
      act: 'account.role_given',
      subject: { kind: 'account', id },
      areaId: grant.areaId,
      details: { userName: person.userName, ...grant },
    })
  })
}

/**
 * Changes when a grant ends: null is for good. Ending is allowed even of the
 * own ones; lengthening them is not. Throws `account.grant_not_found`,
 * `account.own_grant`, `account.bad_dates`, `account.last_administrator`, and
 * what `requireMay` throws.
 */
export async function changeGrant(
  deps: Deps,
  actor: Actor,
  at: { id: string; grantId: string },
  until: string | null,
): Promise<void> {
  const now = isoNow(deps.clock)
  const { person, grants } = await findPerson(deps, actor, { id: at.id, now })
  const grant = grants.find((one) => one.id === at.grantId)
  if (grant === undefined || grantState(grant, now) === 'ended')
    throw new AppError('account.grant_not_found', {})
  requireMay(actor, 'account.manage', await deps.areaPathOf(grant.areaId))
  if (at.id === actor.id && isLonger(grant, until))
    throw new AppError('account.own_grant', {})
  const end = until !== null && until <= now ? now : until
  if (end !== now) requireGoodDates({ from: grant.from, until: end }, now)
  await deps.inTransaction(async (tx) => {
    await tx.people.takeTurn()
    if (end !== null)
      await keepAdministrator(tx, (one) => one.id === grant.id, now)
    await tx.grants.saveUntil(grant.id, end)
    await tx.recordAct(actor, {
      act: end === now ? 'account.role_ended' : 'account.role_changed',
      subject: { kind: 'account', id: at.id },
      areaId: grant.areaId,
      details: {
        userName: person.userName,
        role: grant.role,
        before: grant.until,
        after: end,
      },
    })
  })
}

/** Ends a grant now; it stays in the history. */
export async function endGrant(
  deps: Deps,
  actor: Actor,
  at: { id: string; grantId: string },
): Promise<void> {
  await changeGrant(deps, actor, at, isoNow(deps.clock))
}

function isLonger(grant: KeptGrant, until: string | null): boolean {
  if (grant.until === null) return false
  return until === null || until > grant.until
}
