/** CSV as offices write it: with ; or , or tabs, with or without a BOM. */
import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from '../../../shared/kernel/app-error.js'
import { SHEET_LIMITS, type Sheet, type SheetRow } from './sheet.js'

/**
 * Reads RFC 4180 text in UTF-8 or, with its mark, UTF-16. Text in an older
 * Vietnamese code page is refused, never guessed: a wrong tone would pass
 * unseen. Throws `sheet.wrong_encoding`, `sheet.unreadable`, `sheet.too_large`.
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decode(bytes)
  if (text.includes('\u0000')) throw new AppError('sheet.unreadable')
  let records: unknown
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      max_record_size: SHEET_LIMITS.columns * SHEET_LIMITS.cellLetters,
      to: SHEET_LIMITS.rows + 1,
    })
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
      throw tooLarge('cell')
    const line = error instanceof CsvError ? error['lines'] : undefined
    throw new AppError('sheet.unreadable', { line }, error)
  }
  return { name: '', rows: rowsOf(records as Parsed[]) }
}

type Parsed = { record: string[]; info: { lines: number } }

function rowsOf(records: readonly Parsed[]): SheetRow[] {
  if (records.length > SHEET_LIMITS.rows) throw tooLarge('rows')
  return records
    .map(({ record }, index) => {
      if (record.length > SHEET_LIMITS.columns) throw tooLarge('columns')
      const cells = record.map(plainCell)
      return { number: index + 1, cells }
    })
    .filter(({ cells }) => cells.some((text) => text !== ''))
}

function plainCell(text: string): string {
  if (text.length > SHEET_LIMITS.cellLetters) throw tooLarge('cell')
  const tidy = text.trim()
  // The guard that our own export sets before what a program might run.
  return /^'+[=+\-@]/.test(tidy) ? tidy.slice(1) : tidy
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff)
    return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('sheet.wrong_encoding', {}, error)
  }
}

/** The one of ; , and tab that stands most often outside quotes in line one. */
function delimiterOf(text: string): string {
  const sep = /^\uFEFF?sep=([;,\t])\r?\n/i.exec(text)?.[1]
  if (sep !== undefined) return sep
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let isQuoted = false
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === '\n') break
    else if (!isQuoted && counts.has(letter))
      counts.set(letter, counts.get(letter)! + 1)
  }
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

function tooLarge(limit: string): AppError {
  return new AppError('sheet.too_large', { limit })
}
