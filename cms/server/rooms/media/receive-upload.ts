import type { MediaView } from '../../../../shared/contract/api/media.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { FileRepository } from './file.repository.js'
import type { FileStore } from './file-store.js'
import type { FormName, ImageWorkshop } from './image-workshop.js'
import { keepFile } from './keep-file.js'
import type { MediaRepository } from './media.repository.js'

type Deps = {
  workshop: ImageWorkshop
  store: Pick<FileStore, 'put'>
  files: Pick<FileRepository, 'save'>
  clock: Clock
  inTransaction: InTransaction<{
    media: Pick<MediaRepository, 'add'>
    recordAct: RecordAct
  }>
}

/**
 * Takes one picture: judges it by its bytes, makes the forms that screens
 * need, keeps them and the original. Nothing is kept of what is refused.
 * Throws `auth.forbidden`, the `media.*` refusals, `store.full`.
 */
export async function receiveUpload(
  deps: Deps,
  actor: Actor,
  upload: { name: string; bytes: Uint8Array },
): Promise<MediaView> {
  requireMay(actor, 'media.upload')
  const made = await deps.workshop.renditionsOf(upload.bytes)
  // The original may hold a place and a camera's number: kept, never served.
  const originalSha256 = await deps.store.put(upload.bytes)
  const keep = async (form: FormName) => {
    const bytes = made.forms[form]
    return (await keepFile(deps, { bytes, mediaType: 'image/webp' })).sha256
  }
  const view: MediaView = {
    id: newId(),
    name: cleanName(upload.name),
    width: made.width,
    height: made.height,
    bytes: upload.bytes.byteLength,
    renditions: {
      '1080': await keep('1080'),
      '2160': await keep('2160'),
      thumbnail: await keep('thumbnail'),
    },
    uploadedAt: isoNow(deps.clock),
    uploadedBy: actor.displayName,
  }
  await deps.inTransaction(async ({ media, recordAct }) => {
    await media.add({ ...view, originalSha256, mediaType: made.mediaType })
    await recordAct(actor, {
      act: 'media.uploaded',
      subject: { kind: 'media', id: view.id },
      details: { name: view.name, sha256: originalSha256, bytes: view.bytes },
    })
  })
  return view
}

/** For people to read only: no folders, no control characters, NFC, 200. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{C}/gu, '').trim().slice(0, 200)
  return clean === '' ? 'ảnh' : clean
}
