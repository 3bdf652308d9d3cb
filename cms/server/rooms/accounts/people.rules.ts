/** Who looks after whom, and what may not happen to the last one in charge. */
import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { GrantState } from '../../../../shared/contract/api/people.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { KeptGrant } from './grant.repository.js'
import type { Person } from './person.repository.js'

type Dates = { from: string | null; until: string | null }

/** Whether a grant counts at the instant, will, or did. ISO instants. */
export function grantState({ from, until }: Dates, now: string): GrantState {
  if (until !== null && until <= now) return 'ended'
  return from !== null && from > now ? 'later' : 'now'
}

/** Throws `account.bad_dates` for an end that is past or not after the start. */
export function requireGoodDates(dates: Dates, now: string): void {
  const { from, until } = dates
  if (until === null) return
  if (until <= now || (from !== null && until <= from))
    throw new AppError('account.bad_dates', {})
}

/**
 * The areas a person stands in: the unit, and where roles are held now or
 * later. Who manages the person must look after all of them, so that a commune
 * cannot take over an account of the province.
 */
export function areasOfPerson(
  person: Pick<Person, 'areaId'>,
  grants: readonly KeptGrant[],
  now: string,
): string[] {
  const held = grants
    .filter((grant) => grantState(grant, now) !== 'ended')
    .map(({ areaId }) => areaId)
  return [...new Set(person.areaId === null ? held : [person.areaId, ...held])]
}

/**
 * Whether somebody can still look after the whole: an active person holds the
 * administrator's role over the root, now and for good. `gone` are the grants
 * that would count no more.
 */
export function hasAdministrator(
  grants: readonly KeptGrant[],
  around: {
    rootId: string
    frozen: ReadonlySet<string>
    gone: ReadonlySet<string>
    now: string
  },
): boolean {
  const { rootId, frozen, gone, now } = around
  const role: Role = 'administrator'
  return grants.some(
    (grant) =>
      grant.role === role &&
      grant.areaId === rootId &&
      grant.until === null &&
      grantState(grant, now) === 'now' &&
      !frozen.has(grant.personId) &&
      !gone.has(grant.id),
  )
}
