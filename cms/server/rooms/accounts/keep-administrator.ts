import { AppError } from '../../../../shared/kernel/app-error.js'
import type { GrantRepository, KeptGrant } from './grant.repository.js'
import { hasAdministrator } from './people.rules.js'
import type { PersonRepository } from './person.repository.js'

type Deps = {
  people: Pick<PersonRepository, 'list' | 'takeTurn'>
  grants: Pick<GrantRepository, 'list'>
  areas: { findRoot(): Promise<{ id: string } | null> }
}

/**
 * Before grants stop counting: throws `account.last_administrator` when nobody
 * would be left who looks after the whole. Call `people.takeTurn` first in the
 * transaction, so that two who remove each other do it one after the other.
 */
export async function keepAdministrator(
  deps: Deps,
  losing: (grant: KeptGrant) => boolean,
  now: string,
): Promise<void> {
  const root = await deps.areas.findRoot()
  if (root === null) return
  const grants = await deps.grants.list()
  const people = await deps.people.list()
  const frozen = new Set(
    people.filter(({ frozenAt }) => frozenAt !== null).map(({ id }) => id),
  )
  const around = { rootId: root.id, frozen, now }
  const gone = new Set(grants.filter(losing).map(({ id }) => id))
  const before = hasAdministrator(grants, { ...around, gone: new Set() })
  if (before && !hasAdministrator(grants, { ...around, gone }))
    throw new AppError('account.last_administrator', {})
}
