import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Authentication } from './authentication.js'
import type { FactorRepository } from './factor.repository.js'
import type { PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'
import type { TryRepository } from './try.repository.js'

/**
 * What signing in works on. better-auth answers requests itself, so its steps
 * and ours meet at the door, which hands these to the use cases.
 */
export type AccountParts = {
  authentication: Authentication
  people: Pick<PersonRepository, 'find' | 'findByUserName' | 'findChallenged'>
  sessions: SessionRepository
  factors: FactorRepository
  tries: TryRepository
  clock: Clock
}
