import { readFile } from 'node:fs/promises'
import type {
  ContentTable,
  MediaContent,
} from '../../../../shared/contract/api/media-content.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { richFromHtml } from '../../../../shared/text/rich-from-html.js'
import { readSheet } from '../../sheets/read-sheet.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { DocumentDesk } from './documents/document-desk.js'
import type { FileStore } from './file-store.js'
import { getSeenMedia } from './media-access.js'
import type { MediaRepository } from './media.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'findRoot'>
  media: Pick<MediaRepository, 'find' | 'listPages'>
  store: Pick<FileStore, 'locate'>
  documents: Pick<DocumentDesk, 'readDocx'>
}

/** A slide holds far less; what is beyond is said, never silently dropped. */
const ROWS_MAX = 300
const COLUMNS_MAX = 40
const TEXT_MAX = 60_000

/**
 * The text and the tables of a document, to be looked at and put into a draft.
 * Throws `media.not_found`, `media.document_wrong_kind`,
 * `media.document_broken`, `sheet.*`, `file.damaged`.
 */
export async function readContent(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<MediaContent> {
  requireMay(actor, 'media.read')
  const media = await getSeenMedia(deps, actor, id)
  const format = media.document?.format
  if (format === undefined) throw new AppError('media.document_wrong_kind')
  if (format === 'pdf') {
    const pages = await deps.media.listPages(id)
    const text = pages.map((page) => page.text.trim()).join('\n\n')
    return { text: text.trim().slice(0, TEXT_MAX), tables: [] }
  }
  const { path } = await deps.store.locate(media.originalSha256)
  if (format !== 'docx') {
    const { name, rows } = readSheet(await readFile(path))
    const numbers = format === 'xlsx' ? 'plain' : 'local'
    return { text: '', tables: [tableOf(name, rows, numbers)] }
  }
  const { text, tables } = richFromHtml(
    (await deps.documents.readDocx(path)).html,
  )
  return {
    text: text.slice(0, TEXT_MAX),
    tables: tables.slice(0, 20).map((cells, at) =>
      tableOf(
        String(at + 1),
        cells.map((row, line) => ({ number: line + 1, cells: row })),
        'local',
      ),
    ),
  }
}

function tableOf(
  name: string,
  rows: readonly { number: number; cells: readonly string[] }[],
  numbers: ContentTable['numbers'],
): ContentTable {
  return {
    name,
    rows: rows.slice(0, ROWS_MAX).map(({ number, cells }) => ({
      number,
      cells: cells.slice(0, COLUMNS_MAX),
    })),
    more: rows.length > ROWS_MAX,
    numbers,
  }
}
