/**
 * Who sees and who changes which file: those who serve its area or one above
 * it; and, when it is shared, everybody below its area. A file without an area
 * is from before areas owned files: the whole province's, shared.
 */
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { areasWhere, may } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Media, MediaFilter, MediaRepository } from './media.repository.js'

type AreaDeps = { areas: Pick<AreaRepository, 'find' | 'findRoot'> }

/** Areas whose files this person sees in lists. */
export async function visibleAreas(
  deps: { areas: Pick<AreaRepository, 'find' | 'listBelow'> },
  actor: Actor,
): Promise<Pick<MediaFilter, 'areaIds' | 'sharingAreaIds'>> {
  const tops = areasWhere(actor, 'media.read')
  if (tops === 'everywhere') return { areaIds: null, sharingAreaIds: [] }
  const own = await deps.areas.listBelow(tops)
  const above = new Set<string>()
  for (const area of own)
    if (tops.includes(area.id)) area.path.forEach((id) => above.add(id))
  return { areaIds: own.map((area) => area.id), sharingAreaIds: [...above] }
}

/** The path of the area that owns it: of the root, when no area does. */
export async function pathOfMedia(
  deps: AreaDeps,
  media: Pick<Media, 'areaId'>,
): Promise<string[]> {
  if (media.areaId === null) return (await deps.areas.findRoot())?.path ?? []
  return (await deps.areas.find(media.areaId))?.path ?? []
}

/** Whether this person may see and use it. */
export async function maySee(
  deps: AreaDeps,
  actor: Actor,
  media: Pick<Media, 'areaId' | 'shared'>,
): Promise<boolean> {
  const tops = areasWhere(actor, 'media.read')
  if (tops === 'everywhere' || media.areaId === null) return true
  const path = await pathOfMedia(deps, media)
  if (tops.some((id) => path.includes(id))) return true
  if (!media.shared) return false
  for (const id of tops) {
    const own = await deps.areas.find(id)
    if (own?.path.includes(media.areaId) === true) return true
  }
  return false
}

/** Throws `media.not_found` for what is not there or not theirs to see. */
export async function getSeenMedia(
  deps: AreaDeps & { media: Pick<MediaRepository, 'find'> },
  actor: Actor,
  id: string,
): Promise<Media> {
  const media = await deps.media.find(id)
  // What is not theirs to see is answered like what is not there.
  if (media === null || !(await maySee(deps, actor, media)))
    throw new AppError('media.not_found', { id })
  return media
}

/** Whether this person looks after it. */
export async function mayManage(
  deps: AreaDeps,
  actor: Actor,
  media: Pick<Media, 'areaId'>,
): Promise<boolean> {
  return may(actor, 'media.manage', await pathOfMedia(deps, media))
}
