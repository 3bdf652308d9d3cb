import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from './actor.js'
import { lacksOf } from './assurance.rules.js'
import type { Authentication } from './authentication.js'
import type { PersonRepository } from './person.repository.js'

type Deps = {
  authentication: Pick<Authentication, 'sessionOf'>
  people: Pick<PersonRepository, 'findSignedIn' | 'listGrants'>
  clock: Clock
  /** The demo province asks for no second factor. */
  relaxed: boolean
}

/**
 * Who the session cookie stands for, with the grants valid now; null when
 * nobody is signed in, or the person is frozen. `address` is where the request
 * came from.
 */
export async function findActor(
  deps: Deps,
  caller: { headers: Headers; address: string | null },
): Promise<Actor | null> {
  const session = await deps.authentication.sessionOf(caller.headers)
  if (session === null) return null
  const signedIn = await deps.people.findSignedIn(session.id)
  if (signedIn === null || signedIn.person.frozenAt !== null) return null
  const { person, proof } = signedIn
  const grants = await deps.people.listGrants(person.id, isoNow(deps.clock))
  const { temporaryPassword } = person
  const lacks = lacksOf(
    { proof, grants, temporaryPassword, relaxed: deps.relaxed },
    deps.clock.now(),
  )
  return {
    id: person.id,
    userName: person.userName,
    displayName: person.displayName,
    post: person.post,
    // Before a password of one's own, nothing may be seen or done.
    grants: temporaryPassword ? [] : grants,
    kind: 'person',
    sessionId: session.id,
    lacks,
    operator: false,
    address: caller.address,
  }
}
