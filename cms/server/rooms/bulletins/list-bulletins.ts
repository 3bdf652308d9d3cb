/** Reading bulletins: a page of the list, and one with everything about it. */
import type {
  Audience,
  BulletinQuery,
  BulletinSummary,
  BulletinView,
} from '../../../../shared/contract/api/bulletins.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { areasWhere, requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { audienceCounter } from './audience-counter.js'
import type {
  BulletinFilter,
  BulletinRepository,
} from './bulletin.repository.js'
import { bulletinSummary, bulletinView } from './bulletin.view.js'
import { readStanding } from './read-standing.js'
import type { RevisionRepository } from './revision.repository.js'
import { searchWordsOf } from './search-text.js'

type Deps = {
  areas: Pick<AreaRepository, 'list' | 'listBelow'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'get' | 'list'>
  revisions: Pick<RevisionRepository, 'find' | 'listByIds'>
  clock: Clock
}

/**
 * Bulletins of the areas this person serves, newest change first. Throws
 * request.invalid for a cursor that is not ours.
 */
export async function listBulletins(
  deps: Deps,
  actor: Actor,
  query: BulletinQuery,
): Promise<{ bulletins: BulletinSummary[]; nextCursor: string | null }> {
  const after = query.cursor ? readCursor(query.cursor) : undefined
  const found = await deps.bulletins.list({
    ownerAreaIds: await ownAreas(deps, actor),
    state: query.state,
    category: query.category,
    words: searchWordsOf(query.q),
    after,
    limit: query.limit + 1,
  })
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const revisions = await deps.revisions.listByIds(
    page.map((bulletin) => bulletin.revisionId),
  )
  const audiences = new Map<string, Audience>(
    revisions.map((revision) => [revision.id, revision.body.audience]),
  )
  const tree = await loadAreaTree(deps)
  const count = audienceCounter(await deps.screens.listPlaced(), tree.pathOf)
  return {
    bulletins: page.map((bulletin) => {
      const audience = audiences.get(bulletin.revisionId)
      const groupsWithin = bulletin.ownerAreaId
      return bulletinSummary(
        bulletin,
        audience ? count({ ...audience, groupsWithin }) : 0,
      )
    }),
    nextCursor: found.length > page.length && last ? writeCursor(last) : null,
  }
}

/**
 * One bulletin with its newest revision and what this person may do with it.
 * Throws bulletin.not_found, auth.forbidden.
 */
export async function getBulletin(
  deps: Deps & {
    /** Where the live release has arrived. */
    deliveryOf(bulletinId: string): Promise<BulletinView['delivery']>
  },
  actor: Actor,
  id: string,
): Promise<BulletinView> {
  const standing = await readStanding(deps, id)
  const tree = await loadAreaTree(deps)
  requireMay(actor, 'bulletin.read', tree.pathOf(standing.bulletin.ownerAreaId))
  const count = audienceCounter(await deps.screens.listPlaced(), tree.pathOf)
  return bulletinView(actor, standing, {
    tree,
    screenCount: count({
      ...standing.revision.body.audience,
      groupsWithin: standing.bulletin.ownerAreaId,
    }),
    delivery: await deps.deliveryOf(id),
  })
}

async function ownAreas(
  deps: Pick<Deps, 'areas'>,
  actor: Actor,
): Promise<BulletinFilter['ownerAreaIds']> {
  const tops = areasWhere(actor, 'bulletin.read')
  if (tops === 'everywhere') return null
  const areas = await deps.areas.listBelow(tops)
  return areas.map((area) => area.id)
}

function writeCursor(last: { updatedAt: string; id: string }): string {
  return Buffer.from(`${last.updatedAt} ${last.id}`).toString('base64url')
}

function readCursor(cursor: string): { updatedAt: string; id: string } {
  const [updatedAt = '', id = ''] = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .split(' ')
  if (Number.isNaN(Date.parse(updatedAt)) || id === '')
    throw new AppError('request.invalid', { cursor })
  return { updatedAt, id }
}
