/**
 * Takes one file into the library: judged by its bytes, given the forms that
 * screens need, kept for its area. Nothing is kept of what is refused.
 */
import type { UploadedMedia } from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { areasWhere, may, requireMay } from '../accounts/permissions.rules.js'
import type { Area, AreaRepository } from '../areas/area.repository.js'
import { cleanName, mediaSearchText } from './media-words.js'
import type { Media, MediaRepository } from './media.repository.js'
import { mediaView } from './media.view.js'
import { areAlike } from './picture-look.js'
import { maySee } from './media-access.js'
import type { Received } from './file-store.js'
import { workUp, type WorkUpDeps } from './work-up.js'

type Deps = WorkUpDeps & {
  areas: Pick<AreaRepository, 'find' | 'findRoot'>
  media: Pick<MediaRepository, 'findSame' | 'listLooks'>
  clock: Clock
  /** Goes on with the pages of a document after the answer. */
  prepareSoon(mediaId: string): void
  inTransaction: InTransaction<{
    media: Pick<MediaRepository, 'add'>
    recordAct: RecordAct
  }>
}

export type Upload = {
  name: string
  file: Received
  /** A still of a video, as the sender's browser made it. */
  poster?: Received | undefined
  /** Whose it becomes; else of the first area this person may upload for. */
  areaId?: string | undefined
  alt?: string | undefined
  origin?: Media['origin'] | undefined
}

/**
 * Throws `auth.forbidden`, `area.not_found`, the `media.*` refusals,
 * `store.full`. The very same bytes in the same area are kept once: the file
 * that is there is answered, with `known`.
 */
export async function receiveUpload(
  deps: Deps,
  actor: Actor,
  upload: Upload,
): Promise<UploadedMedia> {
  const area = await areaFor(deps, actor, upload.areaId)
  const sameKey = `${area?.id ?? ''}:${upload.file.sha256}`
  const there = await deps.media.findSame(sameKey)
  if (there !== null) return answer(deps, actor, there, { area, known: true })
  const worked = await workUp(deps, upload)
  const name = cleanName(upload.name)
  const media: Media = {
    ...worked,
    id: newId(),
    failure: null,
    name,
    crops: {},
    alt: (upload.alt ?? '').normalize('NFC').trim().slice(0, 300),
    altEn: '',
    consent: '',
    origin: upload.origin ?? 'upload',
    retiredAt: null,
    licence: '',
    source: '',
    rightsUntil: null,
    tags: [],
    search: '',
    areaId: area?.id ?? null,
    // What the province uploads is there for every commune.
    shared: area === null || area.parentId === null,
    sameKey,
    uploadedAt: isoNow(deps.clock),
    uploadedBy: actor.displayName,
  }
  media.search = mediaSearchText(media)
  const added = await deps.inTransaction(async ({ media: rows, recordAct }) => {
    // Two uploads of one file at once: the second finds the first's.
    if (!(await rows.add(media))) return false
    await recordAct(actor, {
      act: 'media.uploaded',
      subject: { kind: 'media', id: media.id },
      areaId: media.areaId,
      details: { name, sha256: upload.file.sha256, bytes: media.bytes },
    })
    return true
  })
  const kept = added ? media : await deps.media.findSame(sameKey)
  if (kept === null) throw new Error('a file was deleted while it was taken')
  if (added && media.state === 'preparing') deps.prepareSoon(media.id)
  return answer(deps, actor, kept, { area, known: !added })
}

async function areaFor(
  deps: Pick<Deps, 'areas'>,
  actor: Actor,
  asked: string | undefined,
): Promise<Area | null> {
  requireMay(actor, 'media.upload')
  const tops = areasWhere(actor, 'media.upload')
  if (asked === undefined)
    return tops === 'everywhere'
      ? deps.areas.findRoot()
      : deps.areas.find(tops[0] ?? '')
  const area = await deps.areas.find(asked)
  if (area === null) throw new AppError('area.not_found', { areaId: asked })
  if (tops !== 'everywhere' && !tops.some((id) => area.path.includes(id)))
    throw new AppError('auth.forbidden', { act: 'media.upload' })
  return area
}

async function answer(
  deps: Pick<Deps, 'areas' | 'media'>,
  actor: Actor,
  media: Media,
  { area, known }: { area: Area | null; known: boolean },
): Promise<UploadedMedia> {
  const view = mediaView(media, {
    areaName: area?.name ?? null,
    mayChange: may(actor, 'media.manage', area?.path ?? []),
  })
  return { ...view, known, alike: await findAlike(deps, actor, media) }
}

/** Pictures this person sees that look much like it, at most five. */
export async function findAlike(
  deps: {
    areas: Pick<AreaRepository, 'find' | 'findRoot'>
    media: Pick<MediaRepository, 'listLooks'>
  },
  actor: Actor,
  media: Pick<Media, 'id' | 'look'>,
): Promise<{ id: string; name: string }[]> {
  const { look } = media
  if (look === null) return []
  const alike: { id: string; name: string }[] = []
  for (const other of await deps.media.listLooks()) {
    if (other.id === media.id || !areAlike(look, other.look)) continue
    // Only their own and shared ones: another commune's stay its own.
    if (!(await maySee(deps, actor, other))) continue
    alike.push({ id: other.id, name: other.name })
    if (alike.length === 5) break
  }
  return alike
}
