import { SYSTEM_ACTOR, type Actor } from './actor.js'
import type { Person } from './person.repository.js'

/**
 * A person as the one who acts, for lines about signing in: no grants, so it
 * may do nothing. Null: somebody unknown.
 */
export function personAsActor(
  person: Person | null,
  address: string | null,
): Actor {
  const nobody: Actor = {
    ...SYSTEM_ACTOR,
    id: 'nobody',
    userName: '',
    displayName: '',
    kind: 'person',
    operator: false,
    address,
  }
  if (person === null) return nobody
  const { id, userName, displayName, post } = person
  return { ...nobody, id, userName, displayName, post }
}
