/**
 * From bytes to what is kept of them, kind by kind. Throws the `media.*`
 * refusals; keeps files only once everything about them is known to be good.
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { RenditionHashes } from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import { readSheet } from '../../sheets/read-sheet.js'
import { openArchive } from '../../sheets/unzip.js'
import type { DocumentDesk } from './documents/document-desk.js'
import type { FileRepository } from './file.repository.js'
import type { FileStore, Received } from './file-store.js'
import { bytesMaxOf, fileKindOf, type FileKind } from './file-kind.rules.js'
import type { FormName, ImageWorkshop, Renditions } from './image-workshop.js'
import { keepFile } from './keep-file.js'
import type { Media } from './media.repository.js'
import { probeVideo } from './probe-video.js'
import { scrubVideo } from './scrub-video.js'

export type WorkUpDeps = {
  workshop: ImageWorkshop
  documents: Pick<DocumentDesk, 'inspectPdf' | 'readDocx'>
  store: Pick<FileStore, 'put' | 'receive'>
  files: Pick<FileRepository, 'save'>
  clock: Clock
}

type Worked = Pick<
  Media,
  | 'kind'
  | 'state'
  | 'originalSha256'
  | 'mediaType'
  | 'width'
  | 'height'
  | 'bytes'
  | 'renditions'
  | 'focus'
  | 'look'
  | 'video'
  | 'document'
>

const NO_PICTURE = {
  state: 'ready',
  width: 0,
  height: 0,
  renditions: null,
  focus: null,
  look: null,
  video: null,
} as const

/** Judges and works up one received file. */
export async function workUp(
  deps: WorkUpDeps,
  upload: { name: string; file: Received; poster?: Received | undefined },
): Promise<Worked> {
  const { file } = upload
  const kind = fileKindOf(file.head, upload.name)
  const maxBytes = bytesMaxOf(kind)
  if (file.sizeBytes > maxBytes)
    throw new AppError('media.too_many_bytes', { maxBytes })
  switch (kind) {
    case 'picture':
      return workUpPicture(deps, file)
    case 'mp4':
    case 'webm':
      return workUpVideo(deps, file, { kind, poster: upload.poster })
    case 'pdf':
      return workUpPdf(deps, file)
    case 'office':
      return workUpOffice(deps, file)
    case 'csv':
      readSheet(await readFile(file.path))
      return keptDocument(file, 'csv', 'text/csv; charset=utf-8')
    default:
      throw new AppError(refusalOf(kind))
  }
}

function refusalOf(kind: FileKind | null) {
  if (kind === 'heic') return 'media.heic_refused' as const
  if (kind === 'svg') return 'media.svg_refused' as const
  if (kind === 'old_office') return 'media.old_office' as const
  return 'media.not_an_image' as const
}

async function workUpPicture(
  deps: WorkUpDeps,
  file: Received,
): Promise<Worked> {
  const made = await deps.workshop.renditionsOf(await readFile(file.path))
  // The original may hold a place and a camera's number: kept, never served.
  const originalSha256 = await file.keep()
  return {
    ...NO_PICTURE,
    kind: 'picture',
    originalSha256,
    mediaType: made.mediaType,
    width: made.width,
    height: made.height,
    bytes: file.sizeBytes,
    renditions: await keepRenditions(deps, made.forms),
    focus: made.focus,
    look: made.look,
    document: null,
  }
}

/** Keeps the forms of one picture and names them. */
export async function keepRenditions(
  deps: Pick<WorkUpDeps, 'store' | 'files' | 'clock'>,
  forms: Renditions['forms'],
): Promise<RenditionHashes> {
  const keep = async (form: FormName) => {
    const bytes = forms[form]
    return (await keepFile(deps, { bytes, mediaType: 'image/webp' })).sha256
  }
  return {
    '1080': await keep('1080'),
    '2160': await keep('2160'),
    thumbnail: await keep('thumbnail'),
  }
}

async function workUpVideo(
  deps: WorkUpDeps,
  file: Received,
  { kind, poster }: { kind: 'mp4' | 'webm'; poster: Received | undefined },
): Promise<Worked> {
  const mediaType = kind === 'mp4' ? 'video/mp4' : 'video/webm'
  const { width, height, ...facts } = await probeVideo(file.path, mediaType)
  const still = poster
    ? await deps.workshop.renditionsOf(await readFile(poster.path))
    : null
  const sha256 = await keepScrubbed(deps, file, kind)
  await deps.files.save(
    { sha256, sizeBytes: file.sizeBytes, mediaType },
    isoNow(deps.clock),
  )
  return {
    ...NO_PICTURE,
    kind: 'video',
    originalSha256: sha256,
    mediaType,
    width,
    height,
    bytes: file.sizeBytes,
    renditions: still ? await keepRenditions(deps, still.forms) : null,
    video: { ...facts, sha256, bytes: file.sizeBytes },
    document: null,
  }
}

/** Its place and camera go; what is left is named by what is left. */
async function keepScrubbed(
  deps: Pick<WorkUpDeps, 'store'>,
  file: Received,
  kind: 'mp4' | 'webm',
): Promise<string> {
  if (kind === 'webm' || (await scrubVideo(file.path)) === 0) return file.keep()
  const scrubbed = await deps.store.receive(createReadStream(file.path), () =>
    bytesMaxOf(kind),
  )
  await file.drop()
  return scrubbed.keep()
}

async function workUpPdf(deps: WorkUpDeps, file: Received): Promise<Worked> {
  const { pages } = await deps.documents.inspectPdf(file.path)
  const originalSha256 = await file.keep()
  return {
    ...NO_PICTURE,
    kind: 'document',
    state: 'preparing',
    originalSha256,
    mediaType: 'application/pdf',
    bytes: file.sizeBytes,
    document: { format: 'pdf', pages, pagesReady: 0 },
  }
}

const OPENXML = 'application/vnd.openxmlformats-officedocument'

async function workUpOffice(deps: WorkUpDeps, file: Received): Promise<Worked> {
  const bytes = await readFile(file.path)
  const archive = openArchive(bytes)
  if (archive.read('xl/workbook.xml') !== null) {
    readSheet(bytes)
    return keptDocument(file, 'xlsx', `${OPENXML}.spreadsheetml.sheet`)
  }
  if (archive.read('word/document.xml') === null)
    throw new AppError('media.not_an_image')
  await deps.documents.readDocx(file.path)
  return keptDocument(file, 'docx', `${OPENXML}.wordprocessingml.document`)
}

async function keptDocument(
  file: Received,
  format: 'docx' | 'xlsx' | 'csv',
  mediaType: string,
): Promise<Worked> {
  return {
    ...NO_PICTURE,
    kind: 'document',
    originalSha256: await file.keep(),
    mediaType,
    bytes: file.sizeBytes,
    document: { format, pages: 0, pagesReady: 0 },
  }
}
