/** What a spreadsheet file is to us, whatever program wrote it. */

export type SheetRow = {
  /** As the program numbers it: the first row is 1. */
  number: number
  /**
   * Text of each cell, '' where it is empty. Numbers come with '.' before the
   * decimals, dates as yyyy-MM-dd (with a time, yyyy-MM-ddTHH:mm). A formula
   * gives the value that was saved with it and is never evaluated.
   */
  cells: readonly string[]
}

export type Sheet = { name: string; rows: readonly SheetRow[] }

/** Beyond these a file is refused before it costs memory or time. */
export const SHEET_LIMITS = {
  /** Of the file as it came. */
  bytes: 5_000_000,
  /** Of everything inside an XLSX that is read, unpacked. */
  unpackedBytes: 30_000_000,
  rows: 20_000,
  columns: 100,
  /** Of one cell; Excel itself allows 32,767. */
  cellLetters: 4_000,
} as const

/** 'B7' for the second column (1) of row 7. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}
