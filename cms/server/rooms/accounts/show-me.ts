import type { MeView } from '../../../../shared/contract/api/accounts.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from './actor.js'
import { graceEnds } from './assurance.rules.js'
import type { FactorRepository } from './factor.repository.js'
import type { PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'

type Deps = {
  people: Pick<PersonRepository, 'listGrants'>
  sessions: Pick<SessionRepository, 'find'>
  factors: Pick<FactorRepository, 'hasAuthenticator' | 'listPasskeys'>
  clock: Clock
  relaxed: boolean
  /** Names of areas by id; ids that are unknown are left out. */
  areaNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** The signed-in person as the console shows them. */
export async function showMe(deps: Deps, actor: Actor): Promise<MeView> {
  const names = await deps.areaNames(actor.grants.map((grant) => grant.areaId))
  return {
    id: actor.id,
    userName: actor.userName,
    displayName: actor.displayName,
    post: actor.post,
    grants: actor.grants.flatMap(({ role, areaId }) => {
      const areaName = names.get(areaId)
      return areaName === undefined ? [] : [{ role, areaId, areaName }]
    }),
    mustChangePassword: actor.lacks.ownPassword,
    secondFactor: await secondFactorOf(deps, actor),
  }
}

async function secondFactorOf(
  deps: Deps,
  actor: Actor,
): Promise<MeView['secondFactor']> {
  const { factors, people, relaxed } = deps
  const { id, sessionId } = actor
  const session =
    sessionId === undefined ? null : await deps.sessions.find(sessionId)
  const ends = graceEnds(await people.listGrants(id, isoNow(deps.clock)))
  return {
    required: ends !== null,
    relaxed,
    shown: session?.secondFactor === true,
    enrolled:
      (await factors.hasAuthenticator(id)) ||
      (await factors.listPasskeys(id)).length > 0,
    dueAt: ends === null ? null : new Date(ends).toISOString(),
  }
}
