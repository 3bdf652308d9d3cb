/** Tables that leave us, as XLSX for people and as CSV for programs. */
import writeXlsxFile from 'write-excel-file/node'

export const SHEET_FORMATS = ['xlsx', 'csv'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

export type TableOut = {
  /** Of the sheet: at most 31 letters, none of \ / ? * [ ] : */
  name: string
  titles: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}

export const SHEET_MEDIA_TYPES: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/**
 * The bytes of a table. Texts stay texts: codes keep their zeros, and nothing
 * in a cell can become a formula where the file is opened.
 */
export async function writeSheet(
  table: TableOut,
  format: SheetFormat,
): Promise<Uint8Array> {
  return format === 'csv'
    ? new TextEncoder().encode(csvOf(table))
    : writeXlsxFile(cellsOf(table), {
        sheet: table.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        stickyRowsCount: 1,
        columns: widthsOf(table),
      }).toBuffer()
}

/** RFC 4180 with a BOM, by which Excel knows UTF-8. */
function csvOf({ titles, rows }: TableOut): string {
  const lines = [titles, ...rows].map((row) => row.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = guarded(value)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A text that a spreadsheet would run gets an apostrophe before it (OWASP,
 * "CSV Injection"); our own reading takes it away again.
 */
function guarded(text: string): string {
  return /^\s*'*[=+\-@]/.test(text) ? `'${text.trimStart()}` : text
}

function cellsOf({ titles, rows }: TableOut) {
  return [
    titles.map((value) => ({
      value,
      type: String,
      fontWeight: 'bold' as const,
    })),
    ...rows.map((row) =>
      row.map((value) =>
        typeof value === 'number'
          ? { value, type: Number }
          : { value: xmlText(value), type: String },
      ),
    ),
  ]
}

/**
 * XML 1.0 has no place for most control characters. The library looks texts up
 * in a plain object, so one that every object inherits ("valueOf") would leave
 * a broken cell: a space behind it, which readers trim, keeps it apart.
 */
function xmlText(text: string): string {
  const clean = text.replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g,
    '',
  )
  return clean in {} ? `${clean} ` : clean
}

function widthsOf({ titles, rows }: TableOut) {
  return titles.map((title, column) => {
    const longest = rows
      .slice(0, 200)
      .reduce(
        (most, row) => Math.max(most, String(row[column] ?? '').length),
        title.length,
      )
    return { width: Math.min(60, longest + 2) }
  })
}
