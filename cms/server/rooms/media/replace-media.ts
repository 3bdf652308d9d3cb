import type { MediaView } from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { FindUses } from './change-media.js'
import type { Received } from './file-store.js'
import { viewsOf } from './list-media.js'
import { getSeenMedia, pathOfMedia } from './media-access.js'
import { cleanName, mediaSearchText } from './media-words.js'
import type { Media, MediaRepository } from './media.repository.js'
import { workUp, type WorkUpDeps } from './work-up.js'

type Deps = WorkUpDeps & {
  areas: Pick<AreaRepository, 'find' | 'findRoot'>
  media: Pick<MediaRepository, 'find' | 'findSame'>
  findUses: FindUses
  prepareSoon(mediaId: string): void
  inTransaction: InTransaction<{
    media: Pick<MediaRepository, 'find' | 'findSame' | 'save' | 'removePages'>
    recordAct: RecordAct
  }>
}

/** In these a person still writes: the slide is drawn anew before it is seen. */
const OPEN = ['draft', 'returned']

/**
 * Puts another file in the place of one, with its words and rights. What is
 * approved, waits for approval or is on screens keeps what was looked at:
 * throws `media.shown_now`. Also `media.not_found`, `auth.forbidden`,
 * `media.other_kind`, `media.already_there`, the refusals of a file.
 */
export async function replaceMedia(
  deps: Deps,
  actor: Actor,
  { id, ...upload }: ReplaceOrder,
): Promise<MediaView> {
  const media = await getSeenMedia(deps, actor, id)
  requireMay(actor, 'media.manage', await pathOfMedia(deps, media))
  const shown = (await deps.findUses(id)).filter(
    (use) => use.holds && !OPEN.includes(use.state),
  )
  if (shown.length > 0)
    throw new AppError('media.shown_now', { uses: shown.length })
  const sameKey = `${media.areaId ?? ''}:${upload.file.sha256}`
  const worked = await workUp(deps, upload)
  if (worked.kind !== media.kind) throw new AppError('media.other_kind')
  const next = await deps.inTransaction(async (tx) => {
    const before = await tx.media.find(id)
    if (before === null) throw new AppError('media.not_found', { id })
    const there = await tx.media.findSame(sameKey)
    if (there !== null && there.id !== id)
      throw new AppError('media.already_there', { name: there.name })
    const saved: Media = {
      ...before,
      ...worked,
      name: cleanName(upload.name),
      failure: null,
      crops: {},
      sameKey,
    }
    saved.search = mediaSearchText(saved)
    await tx.media.removePages(id)
    await tx.media.save(saved)
    await tx.recordAct(actor, {
      act: 'media.replaced',
      subject: { kind: 'media', id },
      areaId: media.areaId,
      details: { name: saved.name, was: before.originalSha256 },
    })
    return saved
  })
  if (next.state === 'preparing') deps.prepareSoon(id)
  const [view] = await viewsOf(deps, actor, [next])
  return view!
}

export type ReplaceOrder = {
  id: string
  name: string
  file: Received
  poster?: Received | undefined
}
