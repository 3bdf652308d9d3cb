// A block of cells copied from a spreadsheet, as rows of an array field.
import { readDate, readTime } from '../ui/time.js'
import { widgetOf } from './field-schema.js'
import { readNumber } from './number-text.js'

type Row = Record<string, unknown>
type Column = { key: string; node: Record<string, unknown> }

/** The cells of tab-separated text; quoted cells may hold line breaks. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (sign === '\t' && !quoted) endCell()
    else if (sign === '\n' && !quoted) {
      endCell()
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  endCell()
  return rows.filter((row) => row.some((one) => one !== ''))
}

/** True for text that is a table and not one value. */
export function isTable(text: string): boolean {
  return /\t/.test(text) || /\S\r?\n\s*\S/.test(text)
}

/** The fields of a row that a cell can fill, in the order of the schema. */
export function columnsOf(itemSchema: Record<string, unknown>): Column[] {
  const properties = (itemSchema['properties'] ?? {}) as Record<
    string,
    Record<string, unknown>
  >
  return Object.entries(properties)
    .filter(([, node]) => {
      const widget = widgetOf(node)
      return widget !== undefined && widget !== 'picture'
    })
    .map(([key, node]) => ({ key, node }))
}

/**
 * The rows after pasting `text` with its first cell at `start`. Rows beyond
 * `maxItems` are left out and counted in `dropped`; other cells stay.
 */
export function pasteRows(
  rows: readonly Row[],
  itemSchema: Record<string, unknown>,
  text: string,
  start: { row: number; column: string | null; maxItems?: number },
): { rows: Row[]; pasted: number; dropped: number } {
  const columns = columnsOf(itemSchema)
  const first = Math.max(
    0,
    columns.findIndex((column) => column.key === start.column),
  )
  const cells = readCells(text)
  const most = start.maxItems ?? Number.POSITIVE_INFINITY
  const next = [...rows]
  let pasted = 0
  cells.forEach((line, offset) => {
    const index = start.row + offset
    if (index >= most) return
    const row: Row = { ...next[index] }
    line.forEach((cell, at) => {
      const column = columns[first + at]
      if (column && cell !== '') row[column.key] = valueOf(cell, column.node)
    })
    next[index] = row
    pasted += 1
  })
  return { rows: next, pasted, dropped: cells.length - pasted }
}

/** What does not read as the field's kind stays as typed, to be mended there. */
function valueOf(cell: string, node: Record<string, unknown>): unknown {
  switch (widgetOf(node)) {
    case 'date':
      return readDate(cell) ?? cell
    case 'time':
      return readTime(cell) ?? cell
    case 'number':
      return readNumber(cell) ?? cell
    case 'checkbox':
      return /^(x|1|có|yes|true|đúng)$/i.test(cell)
    default:
      return cell
  }
}
