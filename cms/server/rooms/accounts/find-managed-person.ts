import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from './actor.js'
import type { GrantRepository, KeptGrant } from './grant.repository.js'
import { areasOfPerson } from './people.rules.js'
import { may, requireMayOverAll, requireMay } from './permissions.rules.js'
import type { Person, PersonRepository } from './person.repository.js'

export type FindDeps = {
  people: Pick<PersonRepository, 'find'>
  grants: Pick<GrantRepository, 'list'>
  /** Ids from the root to the area; throws `area.not_found`. */
  areaPathOf(areaId: string): Promise<string[]>
}

export type Found = { person: Person; grants: KeptGrant[]; paths: string[][] }

/**
 * A person the actor can see: one who stands in an area they look after.
 * Everyone else answers `account.not_found`, as if there were none.
 */
export async function findPerson(
  deps: FindDeps,
  actor: Actor,
  at: { id: string; now: string },
): Promise<Found> {
  const person = await deps.people.find(at.id)
  if (person === null) throw new AppError('account.not_found', {})
  const grants = await deps.grants.list(at.id)
  const paths = await Promise.all(
    areasOfPerson(person, grants, at.now).map(deps.areaPathOf),
  )
  const seen = paths.some((path) => may(actor, 'account.read', path))
  // Without any area left, a person is looked after from the top.
  const everywhere = paths.length === 0 && actor.operator
  if (!seen && !everywhere) throw new AppError('account.not_found', {})
  return { person, grants, paths }
}

/**
 * A person the actor may change: every area the person stands in is one they
 * look after. Throws `account.not_found`, and what `requireMay` throws.
 */
export async function findManagedPerson(
  deps: FindDeps,
  actor: Actor,
  at: { id: string; now: string },
): Promise<Found> {
  const found = await findPerson(deps, actor, at)
  if (found.paths.length === 0) requireMay(actor, 'account.manage')
  requireMayOverAll(actor, 'account.manage', found.paths)
  return found
}
