import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { LACKS_NOTHING, type Actor } from './actor.js'
import type { Authentication } from './authentication.js'
import type { PersonRepository } from './person.repository.js'

type Deps = {
  authentication: Pick<Authentication, 'personIdOf'>
  people: Pick<PersonRepository, 'find' | 'listGrants'>
  clock: Clock
}

/**
 * Who the session cookie stands for, with the grants valid now; null when
 * nobody is signed in. `address` is where the request came from.
 */
export async function findActor(
  deps: Deps,
  caller: { headers: Headers; address: string | null },
): Promise<Actor | null> {
  const personId = await deps.authentication.personIdOf(caller.headers)
  if (personId === null) return null
  const person = await deps.people.find(personId)
  if (person === null) return null
  const grants = await deps.people.listGrants(personId, isoNow(deps.clock))
  return {
    ...person,
    grants,
    kind: 'person',
    lacks: LACKS_NOTHING,
    operator: false,
    address: caller.address,
  }
}
