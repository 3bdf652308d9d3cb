/** What a person says about a file, and its end. */
import type {
  ChangeMedia,
  MediaDetails,
  MediaUse,
  MediaView,
} from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { toNfc } from '../../../../shared/text/normalise.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { viewsOf } from './list-media.js'
import { getSeenMedia, pathOfMedia } from './media-access.js'
import { mediaSearchText } from './media-words.js'
import type { Media, MediaRepository } from './media.repository.js'
import { findAlike } from './receive-upload.js'

/** Where files stand; told by the rooms further on. */
export type FindUses = (mediaId: string) => Promise<FoundUse[]>
/** A use and the area it belongs to, to know who may see it. */
export type FoundUse = MediaUse & { areaPath: readonly string[] }

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'findRoot'>
  media: Pick<MediaRepository, 'find' | 'listPages' | 'listLooks'>
  findUses: FindUses
  clock: Clock
  inTransaction: InTransaction<{
    media: Pick<MediaRepository, 'find' | 'save' | 'remove'>
    recordAct: RecordAct
  }>
}

/** One file with all about it. Throws `media.not_found`. */
export async function getMedia(
  deps: Deps & { maySeeUse(actor: Actor, use: FoundUse): boolean },
  actor: Actor,
  id: string,
): Promise<MediaDetails> {
  requireMay(actor, 'media.read')
  const media = await getSeenMedia(deps, actor, id)
  const uses = await deps.findUses(id)
  const seen = uses.filter((use) => deps.maySeeUse(actor, use))
  const pages = await deps.media.listPages(id)
  return {
    ...(await viewOf(deps, actor, media)),
    uses: seen.map(({ areaPath: _path, ...use }) => use),
    usesElsewhere: uses.length - seen.length,
    alike: await findAlike(deps, actor, media),
    pages: pages.map(({ number, renditions, text }) => ({
      number,
      thumbnail: renditions.thumbnail,
      picture: renditions['1080'],
      text,
    })),
  }
}

/** Throws `media.not_found`, `auth.forbidden`. */
export async function changeMedia(
  deps: Deps,
  actor: Actor,
  { id, change }: { id: string; change: ChangeMedia },
): Promise<MediaView> {
  await requireManage(deps, actor, id)
  const pages = await deps.media.listPages(id)
  const changed = await deps.inTransaction(async (tx) => {
    const media = await tx.media.find(id)
    if (media === null) throw new AppError('media.not_found', { id })
    const next: Media = {
      ...media,
      ...given(change),
      ...retirement(deps, media, change),
    }
    next.search = mediaSearchText(next, pages.map((one) => one.text).join(' '))
    await tx.media.save(next)
    await tx.recordAct(actor, {
      act: 'media.changed',
      subject: { kind: 'media', id },
      areaId: media.areaId,
      details: { name: next.name, ...changedFacts(media, next, change) },
    })
    return next
  })
  return viewOf(deps, actor, changed)
}

/**
 * Takes a file out of the library. Its bytes go with the next clean-up, which
 * keeps what any manifest still needs. Throws `media.not_found`,
 * `auth.forbidden`, `media.in_use`.
 */
export async function deleteMedia(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const media = await requireManage(deps, actor, id)
  const holding = (await deps.findUses(id)).filter((use) => use.holds)
  if (holding.length > 0)
    throw new AppError('media.in_use', { uses: holding.length })
  await deps.inTransaction(async (tx) => {
    await tx.media.remove(id)
    await tx.recordAct(actor, {
      act: 'media.deleted',
      subject: { kind: 'media', id },
      areaId: media.areaId,
      details: { name: media.name, sha256: media.originalSha256 },
    })
  })
}

async function requireManage(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Media> {
  const media = await getSeenMedia(deps, actor, id)
  requireMay(actor, 'media.manage', await pathOfMedia(deps, media))
  return media
}

async function viewOf(
  deps: Deps,
  actor: Actor,
  media: Media,
): Promise<MediaView> {
  const [view] = await viewsOf(deps, actor, [media])
  return view!
}

/** The first time it was put away counts. */
function retirement(
  { clock }: { clock: Clock },
  media: Media,
  { retired }: ChangeMedia,
): Partial<Media> {
  if (retired === undefined) return {}
  return { retiredAt: retired ? (media.retiredAt ?? isoNow(clock)) : null }
}

/** Only what was sent, texts in NFC. */
function given({ retired: _retired, ...change }: ChangeMedia): Partial<Media> {
  const entries = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      typeof value === 'string' ? toNfc(value) : value,
    ])
  return Object.fromEntries(entries) as Partial<Media>
}

/** Only what was asked to change, as it was and as it is. */
function changedFacts(was: Media, is: Media, change: ChangeMedia) {
  const keys = Object.keys(given(change)) as (keyof Media)[]
  const of = (media: Media) =>
    Object.fromEntries(keys.map((key) => [key, media[key]]))
  return { before: of(was), after: of(is) }
}
