/**
 * Makes the pages of a document, one after the other, each kept as soon as it
 * is made: a stop in the middle goes on where it was at the next start.
 */
import type { Log } from '../../../../shared/kernel/log.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { DocumentDesk } from './documents/document-desk.js'
import type { FileStore } from './file-store.js'
import type { ImageWorkshop } from './image-workshop.js'
import { mediaSearchText } from './media-words.js'
import type { Media, MediaRepository } from './media.repository.js'
import { keepRenditions, type WorkUpDeps } from './work-up.js'

type Deps = Pick<WorkUpDeps, 'files' | 'clock'> & {
  media: Pick<
    MediaRepository,
    'find' | 'save' | 'savePage' | 'listPages' | 'listPreparing'
  >
  store: FileStore
  workshop: Pick<ImageWorkshop, 'pageForms'>
  documents: Pick<DocumentDesk, 'drawPages'>
  log: Log
}

/** Returns when the document is ready or has failed; both are written down. */
export async function prepareDocument(
  deps: Deps,
  mediaId: string,
  signal?: AbortSignal,
): Promise<void> {
  let media = await deps.media.find(mediaId)
  if (media === null || media.state !== 'preparing' || !media.document) return
  try {
    const { path } = await deps.store.locate(media.originalSha256)
    const done = await deps.media.listPages(mediaId)
    const texts = done.map((page) => page.text)
    for await (const drawn of deps.documents.drawPages(path, done.length + 1)) {
      if (signal?.aborted === true) return
      const forms = await deps.workshop.pageForms(drawn)
      const renditions = await keepRenditions(deps, forms)
      const { number, width, height, text } = drawn
      await deps.media.savePage(mediaId, {
        number,
        width,
        height,
        renditions,
        text,
      })
      texts.push(text)
      media = withPage(media, { number, width, height, renditions })
      await deps.media.save(media)
    }
    const search = mediaSearchText(media, texts.join(' '))
    await deps.media.save({ ...media, state: 'ready', search })
  } catch (error) {
    if (signal?.aborted === true) return
    const failure = error instanceof AppError ? error.code : 'internal'
    deps.log.warn({ err: error, mediaId }, 'document could not be prepared')
    await deps.media.save({ ...media, state: 'failed', failure })
  }
}

/** The first page stands for the whole in lists. */
function withPage(
  media: Media,
  page: Pick<Media, 'width' | 'height' | 'renditions'> & { number: number },
): Media {
  const document = media.document && {
    ...media.document,
    pagesReady: page.number,
  }
  if (page.number > 1) return { ...media, document }
  const { width, height, renditions } = page
  return { ...media, document, width, height, renditions }
}
