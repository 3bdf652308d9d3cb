import type { FileText } from '../../../shared/contract/api/imports.js'
import {
  SHEET_MEDIA_TYPES,
  writeSheet,
  type SheetFormat,
  type TableOut,
} from './write-sheet.js'

/** A table as a file inside an answer. */
export async function sheetFile(
  table: TableOut,
  { fileName, format }: { fileName: string; format: SheetFormat },
): Promise<FileText> {
  const bytes = await writeSheet(table, format)
  return {
    fileName: `${fileName}.${format}`,
    mediaType: SHEET_MEDIA_TYPES[format],
    base64: Buffer.from(bytes).toString('base64'),
  }
}
