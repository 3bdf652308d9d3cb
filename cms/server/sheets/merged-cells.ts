import type { SheetRow } from './sheet.js'

/** A file may name more than its rows hold; nobody merges so much by hand. */
const FILLED_MAX = 20_000

/**
 * Gives every row of a cell merged downwards ("A2:A5") the text that a
 * person sees there. Rows that hold nothing else stay away.
 */
export function fillMerged(
  rows: readonly SheetRow[],
  merges: readonly string[],
): SheetRow[] {
  if (merges.length === 0) return [...rows]
  const cells = new Map(rows.map((row) => [row.number, [...row.cells]]))
  let filled = 0
  for (const reference of merges) {
    const span = spanOf(reference)
    const text = span && cells.get(span.first)?.[span.column]
    if (!span || !text) continue
    const end = Math.min(span.last, span.first + FILLED_MAX)
    for (let number = span.first + 1; number <= end; number += 1) {
      if ((filled += 1) > FILLED_MAX) return joined(rows, cells)
      const row = cells.get(number)
      if (row === undefined) continue
      while (row.length <= span.column) row.push('')
      // What is covered there is not seen, but it is somebody's all the same.
      row[span.column] ||= text
    }
  }
  return joined(rows, cells)
}

function joined(
  rows: readonly SheetRow[],
  cells: ReadonlyMap<number, string[]>,
): SheetRow[] {
  return rows.map((row) => ({ ...row, cells: cells.get(row.number) ?? [] }))
}

function spanOf(reference: string) {
  const found = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference)
  if (!found) return null
  const [, letters = '', first, last] = found
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, first: Number(first), last: Number(last) }
}
