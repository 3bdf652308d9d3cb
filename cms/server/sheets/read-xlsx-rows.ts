import { AppError } from '../../../shared/kernel/app-error.js'
import { readXml } from './read-xml.js'
import { fillMerged } from './merged-cells.js'
import { SHEET_LIMITS, type SheetRow } from './sheet.js'
import { numberText, type NumberStyle } from './xlsx-formats.js'

type Around = {
  strings: readonly string[]
  styles: readonly NumberStyle[]
  date1904: boolean
}

type OpenCell = { column: number; type: string; style: number; value: string }

/**
 * Rows of one sheet part that hold anything. Only cells that are written cost
 * anything: a cell at XFD1048576 makes no rectangle. Throws `sheet.too_large`.
 */
export function readRows(part: Uint8Array, around: Around): SheetRow[] {
  const rows: SheetRow[] = []
  let number = 0
  let cells: string[] = []
  let cell: OpenCell | null = null
  let isInValue = false
  const merges: string[] = []
  readXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributes['r'] ?? number + 1)
        cells = []
      } else if (name === 'c') {
        cell = {
          column: columnOf(attributes['r'], cells.length),
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
        }
      } else if (name === 'mergeCell') merges.push(attributes['ref'] ?? '')
      else isInValue = name === 'v' || name === 't'
    },
    text(piece) {
      if (!isInValue || cell === null) return
      cell.value += piece
      if (cell.value.length > SHEET_LIMITS.cellLetters) throw tooLarge('cell')
    },
    close(name) {
      isInValue = false
      if (name === 'c' && cell !== null) {
        put(cells, cell.column, textOf(cell, around))
        cell = null
      }
      if (name === 'row' && cells.some((text) => text !== '')) {
        if (rows.length >= SHEET_LIMITS.rows) throw tooLarge('rows')
        rows.push({ number, cells })
      }
    },
  })
  return fillMerged(rows, merges)
}

function put(cells: string[], column: number, text: string): void {
  // An empty cell far to the right is only formatting.
  if (text === '') return
  if (column >= SHEET_LIMITS.columns) throw tooLarge('columns')
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function textOf(cell: OpenCell, around: Around): string {
  const { type, value } = cell
  if (type === 's') return (around.strings[Number(value)] ?? '').trim()
  if (type === 'n')
    return numberText(value, around.styles[cell.style], around.date1904)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.slice(0, 16)
  return value.trim()
}

/** 27 for 'AB7'; without a reference, the next free one. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0].toUpperCase()
  if (letters === undefined) return next
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function tooLarge(limit: string): AppError {
  return new AppError('sheet.too_large', { limit })
}
