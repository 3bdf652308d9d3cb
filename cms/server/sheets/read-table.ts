/** From rows to records: which column is which, whatever it is called. */
import { AppError } from '../../../shared/kernel/app-error.js'
import { foldVietnamese } from '../../../shared/text/fold.js'
import { toNfc } from '../../../shared/text/normalise.js'
import { cellName, type Sheet, type SheetRow } from './sheet.js'

export type Column<Key extends string> = {
  key: Key
  /** Names it goes by, the one we write first; accents and case do not count. */
  titles: readonly [string, ...string[]]
  required?: boolean
}

export type TableRecord<Key extends string> = {
  row: number
  /** NFC text; undefined where the file has no such column. */
  get(key: Key): string | undefined
  /** 'B7', for what has to be mended there; null without the column. */
  cell(key: Key): string | null
}

/** Rows above the headings that a title or a date may take. */
const HEADING_WITHIN = 10

/**
 * Finds the line of headings and gives the rows below it. Columns we do not
 * know are ignored. Throws `sheet.empty`, `sheet.no_columns` with the titles
 * that are missing.
 */
export function readTable<Key extends string>(
  sheet: Sheet,
  columns: readonly Column<Key>[],
): TableRecord<Key>[] {
  if (sheet.rows.length === 0) throw new AppError('sheet.empty')
  const found = sheet.rows
    .slice(0, HEADING_WITHIN)
    .map((row, index) => ({ index, places: placesIn(row, columns) }))
    .reduce((best, next) => (next.places.size > best.places.size ? next : best))
  const missing = columns.filter(
    (column) => column.required === true && !found.places.has(column.key),
  )
  if (missing.length > 0)
    throw new AppError('sheet.no_columns', {
      columns: missing.map((column) => column.titles[0]).join(', '),
    })
  const heading = sheet.rows[found.index]
  // Headings merged over two rows stand in both.
  const records = sheet.rows
    .slice(found.index + 1)
    .filter(({ cells }) => cells.join('\n') !== heading?.cells.join('\n'))
  if (records.length === 0) throw new AppError('sheet.empty')
  return records.map((row) => recordOf(row, found.places))
}

function placesIn<Key extends string>(
  row: SheetRow,
  columns: readonly Column<Key>[],
): Map<Key, number> {
  const titles = new Map<string, Key>()
  for (const { key, titles: names } of columns)
    for (const name of names) titles.set(fold(name), key)
  const places = new Map<Key, number>()
  row.cells.forEach((text, index) => {
    const key = titles.get(fold(text))
    if (key !== undefined && !places.has(key)) places.set(key, index)
  })
  return places
}

function fold(title: string): string {
  return foldVietnamese(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function recordOf<Key extends string>(
  row: SheetRow,
  places: ReadonlyMap<Key, number>,
): TableRecord<Key> {
  return {
    row: row.number,
    get(key) {
      const place = places.get(key)
      if (place === undefined) return undefined
      return toNfc(row.cells[place] ?? '').trim()
    },
    cell(key) {
      const place = places.get(key)
      return place === undefined ? null : cellName(place, row.number)
    },
  }
}
