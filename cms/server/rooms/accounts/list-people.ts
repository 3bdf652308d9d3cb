import type {
  GrantView,
  PeopleQuery,
  PersonSummary,
  PersonView,
} from '../../../../shared/contract/api/people.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { compareGivenName } from '../../../../shared/text/collate.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Actor } from './actor.js'
import type { FactorRepository } from './factor.repository.js'
import { findPerson, type Found } from './find-managed-person.js'
import type { GrantRepository, KeptGrant } from './grant.repository.js'
import { areasOfPerson, grantState } from './people.rules.js'
import {
  may,
  mayOverAll,
  requireMay,
  RULES,
  SECOND_FACTOR_ROLES,
} from './permissions.rules.js'
import type { Person, PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'

type Areas = {
  list(day: string): Promise<{ id: string; name: string; path: string[] }[]>
}

type Deps = {
  people: Pick<PersonRepository, 'list' | 'find'>
  grants: Pick<GrantRepository, 'list'>
  factors: Pick<
    FactorRepository,
    'listHolders' | 'hasAuthenticator' | 'listPasskeys'
  >
  sessions: Pick<SessionRepository, 'list'>
  areas: Areas
  clock: Clock
  areaPathOf(areaId: string): Promise<string[]>
}

type World = {
  now: string
  names: ReadonlyMap<string, string>
  paths: ReadonlyMap<string, string[]>
  grants: ReadonlyMap<string, KeptGrant[]>
  factorHolders: ReadonlySet<string>
}

/**
 * People who stand in an area the actor looks after, by given name. Throws
 * `auth.forbidden` for one who looks after nobody.
 */
export async function listPeople(
  deps: Deps,
  actor: Actor,
  query: PeopleQuery,
): Promise<{ people: PersonSummary[]; total: number; next: string | null }> {
  requireLooksAfter(actor)
  const world = await loadWorld(deps)
  const wanted = foldVietnamese(query.search ?? '')
  const found = (await deps.people.list())
    .filter((person) => isSeen(world, actor, person, query.areaId))
    .map((person) => summaryOf(world, person))
    .filter((person) => fits(person, query, wanted))
    .sort((a, b) => compareGivenName(a.displayName, b.displayName))
  const start = Number(query.cursor ?? 0)
  const end = start + query.limit
  return {
    people: found.slice(start, end),
    total: found.length,
    next: end < found.length ? String(end) : null,
  }
}

/** One person with every role. Throws `account.not_found`. */
export async function showPerson(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<PersonView> {
  const world = await loadWorld(deps, id)
  const found = await findPerson(deps, actor, { id, now: world.now })
  const { person, grants, paths } = found
  return {
    ...summaryOf(world, person),
    frozenAt: person.frozenAt,
    frozenReason: person.frozenReason ?? '',
    temporaryPassword: person.temporaryPassword,
    authenticator: await deps.factors.hasAuthenticator(id),
    passkeyCount: (await deps.factors.listPasskeys(id)).length,
    sessionCount: (await deps.sessions.list(id, world.now)).length,
    grants: grants.map((grant) => grantView(world, actor, grant)),
    may: whatMay(actor, found, paths),
  }
}

function whatMay(
  actor: Actor,
  { person }: Found,
  paths: readonly string[][],
): PersonView['may'] {
  const other = person.id !== actor.id
  return {
    manage: other && mayOverAll(actor, 'account.manage', paths),
    give: other && paths.some((path) => may(actor, 'account.manage', path)),
  }
}

function grantView(world: World, actor: Actor, grant: KeptGrant): GrantView {
  const state = grantState(grant, world.now)
  const path = world.paths.get(grant.areaId) ?? []
  return {
    id: grant.id,
    role: grant.role,
    areaId: grant.areaId,
    areaName: world.names.get(grant.areaId) ?? '',
    from: grant.from,
    until: grant.until,
    note: grant.note ?? '',
    state,
    mayChange: state !== 'ended' && may(actor, 'account.manage', path),
  }
}

function summaryOf(world: World, person: Person): PersonSummary {
  const now = (world.grants.get(person.id) ?? []).filter(
    (grant) => grantState(grant, world.now) === 'now',
  )
  const roles = [...new Set(now.map(({ role }) => role))]
  const secondFactor = world.factorHolders.has(person.id)
  return {
    id: person.id,
    userName: person.userName,
    displayName: person.displayName,
    post: person.post,
    areaId: person.areaId,
    areaName: world.names.get(person.areaId ?? '') ?? '',
    frozen: person.frozenAt !== null,
    roles,
    secondFactor,
    lacksSecondFactor:
      !secondFactor && roles.some((role) => SECOND_FACTOR_ROLES.includes(role)),
  }
}

function isSeen(
  world: World,
  actor: Actor,
  person: Person,
  within: string | undefined,
): boolean {
  const grants = world.grants.get(person.id) ?? []
  return areasOfPerson(person, grants, world.now).some((areaId) => {
    const path = world.paths.get(areaId) ?? []
    return (
      may(actor, 'account.read', path) &&
      (within === undefined || path.includes(within))
    )
  })
}

function fits(
  person: PersonSummary,
  { role, state }: PeopleQuery,
  wanted: string,
): boolean {
  if (role !== undefined && !person.roles.includes(role)) return false
  if (state !== undefined && person.frozen !== (state === 'frozen'))
    return false
  const text = `${person.displayName} ${person.userName} ${person.post}`
  return foldVietnamese(text).includes(wanted)
}

/** A list of nobody would hide that one has no business here. */
function requireLooksAfter(actor: Actor): void {
  const { roles } = RULES['account.read']
  const areas = actor.grants
    .filter((grant) => roles.includes(grant.role))
    .map(({ areaId }) => areaId)
  requireMay(actor, 'account.read', areas)
}

async function loadWorld(deps: Deps, personId?: string): Promise<World> {
  const now = isoNow(deps.clock)
  const areas = await deps.areas.list(now.slice(0, 10))
  const grants = new Map<string, KeptGrant[]>()
  for (const grant of await deps.grants.list(personId))
    grants.set(grant.personId, [...(grants.get(grant.personId) ?? []), grant])
  return {
    now,
    names: new Map(areas.map(({ id, name }) => [id, name])),
    paths: new Map(areas.map(({ id, path }) => [id, path])),
    grants,
    factorHolders: new Set(await deps.factors.listHolders()),
  }
}
