import type { ErrorCode } from '../errors.js'

/** What any file that should be a spreadsheet may be refused for. */
export const SHEET_ERRORS = [
  'sheet.unreadable',
  'sheet.wrong_encoding',
  'sheet.too_large',
  'sheet.empty',
  'sheet.no_columns',
] as const satisfies readonly ErrorCode[]
