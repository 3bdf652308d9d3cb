import type {
  Agenda,
  AgendaQuery,
  AgendaTurn,
} from '../../../../shared/contract/api/agenda.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { areasWhere } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { AgendaRepository } from './agenda.repository.js'
import { audienceCounter } from './audience-counter.js'
import type { Bulletin } from './bulletin.repository.js'
import { bulletinSummary } from './bulletin.view.js'
import type { RevisionRepository } from './revision.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list' | 'listBelow'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  agenda: AgendaRepository
  revisions: Pick<RevisionRepository, 'listByIds'>
  clock: Clock
}

const MOST = 50
const HOUR_MS = 3_600_000

/** What is live, and what starts and ends within `hours`, where one serves. */
export async function listAgenda(
  deps: Deps,
  actor: Actor,
  { hours }: AgendaQuery,
): Promise<Agenda> {
  const now = deps.clock.now()
  const at = new Date(now).toISOString()
  const until = new Date(now + hours * HOUR_MS).toISOString()
  const tops = areasWhere(actor, 'bulletin.read')
  const ownerAreaIds =
    tops === 'everywhere'
      ? null
      : (await deps.areas.listBelow(tops)).map(({ id }) => id)
  const span = { ownerAreaIds, after: at, until, limit: MOST }
  const starts = await deps.agenda.listStarts(span)
  const ends = await deps.agenda.listEnds(span)
  const row = await summariser(deps, [...starts, ...ends])
  const turns = (found: readonly Bulletin[], when: 'notBefore' | 'expiresAt') =>
    found.flatMap((bulletin): AgendaTurn[] => {
      const instant = bulletin[when]
      return instant ? [{ at: instant, bulletin: row(bulletin) }] : []
    })
  return {
    at,
    until,
    live: await deps.agenda.countLive(ownerAreaIds),
    starts: turns(starts, 'notBefore'),
    ends: turns(ends, 'expiresAt'),
  }
}

async function summariser(deps: Deps, bulletins: readonly Bulletin[]) {
  const tree = await loadAreaTree(deps)
  const count = audienceCounter(await deps.screens.listPlaced(), tree.pathOf)
  const revisions = await deps.revisions.listByIds(
    bulletins.map(({ revisionId }) => revisionId),
  )
  const audiences = new Map(
    revisions.map((one) => [one.id, one.body.audience] as const),
  )
  return (bulletin: Bulletin) => {
    const audience = audiences.get(bulletin.revisionId)
    const groupsWithin = bulletin.ownerAreaId
    const screens = audience ? count({ ...audience, groupsWithin }) : 0
    return bulletinSummary(bulletin, screens)
  }
}
