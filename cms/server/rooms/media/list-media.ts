import type {
  MediaQuery,
  MediaView,
} from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Actor } from '../accounts/actor.js'
import { may, requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { visibleAreas } from './media-access.js'
import { localDate } from './local-date.js'
import type { Media, MediaRepository } from './media.repository.js'
import { mediaView } from './media.view.js'

type Deps = {
  media: Pick<MediaRepository, 'list'>
  clock: Clock
  areas: Pick<AreaRepository, 'find' | 'findRoot' | 'listBelow'>
}

/**
 * Files that this person may use, newest first: those of the areas they serve
 * and what is shared from above. Throws request.invalid for a foreign cursor.
 */
export async function listMedia(
  deps: Deps,
  actor: Actor,
  query: MediaQuery,
): Promise<{ media: MediaView[]; nextCursor: string | null }> {
  requireMay(actor, 'media.read')
  const visible = await visibleAreas(deps, actor)
  const found = await deps.media.list({
    ...(query.areaId === undefined ? visible : narrowed(visible, query.areaId)),
    kind: query.kind,
    ...rightsRange(query.rights, deps.clock),
    origin: query.origin,
    retired: query.retired === 'yes',
    words: query.q ? foldVietnamese(query.q).split(' ').filter(Boolean) : [],
    after: query.cursor ? readCursor(query.cursor) : undefined,
    limit: query.limit + 1,
  })
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    media: await viewsOf(deps, actor, page),
    nextCursor:
      found.length > page.length && last
        ? Buffer.from(`${last.uploadedAt} ${last.id}`).toString('base64url')
        : null,
  }
}

const SOON_MS = 30 * 86_400_000

function rightsRange(rights: MediaQuery['rights'], clock: Clock) {
  if (rights === undefined) return {}
  const today = localDate(clock.now())
  if (rights === 'over') return { rightsBefore: today }
  return {
    rightsFrom: today,
    rightsBefore: localDate(clock.now() + SOON_MS),
  }
}

function narrowed(
  visible: Awaited<ReturnType<typeof visibleAreas>>,
  areaId: string,
) {
  const { areaIds, sharingAreaIds } = visible
  const own = areaIds === null || areaIds.includes(areaId)
  return {
    areaIds: own ? [areaId] : [],
    sharingAreaIds: sharingAreaIds.includes(areaId) ? [areaId] : [],
  }
}

/** Views of many files, each area read once. */
export async function viewsOf(
  deps: { areas: Pick<AreaRepository, 'find' | 'findRoot'> },
  actor: Actor,
  list: readonly Media[],
): Promise<MediaView[]> {
  const root = await deps.areas.findRoot()
  const areas = new Map([[null as string | null, root]])
  for (const { areaId } of list)
    if (areaId !== null && !areas.has(areaId))
      areas.set(areaId, await deps.areas.find(areaId))
  return list.map((media) => {
    const area = areas.get(media.areaId)
    return mediaView(media, {
      areaName: area?.name ?? null,
      mayChange: may(actor, 'media.manage', area?.path ?? []),
    })
  })
}

function readCursor(cursor: string): { uploadedAt: string; id: string } {
  const [uploadedAt = '', id = ''] = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .split(' ')
  if (Number.isNaN(Date.parse(uploadedAt)) || id === '')
    throw new AppError('request.invalid', { cursor })
  return { uploadedAt, id }
}
