import type { Sentences } from '../copy.js'

export const sheetsErrors = {
  'sheet.unreadable': [
    'The file cannot be read at line {line}. Check the quotation marks there and upload it again.',
    'This file is not a readable spreadsheet. Save it as Excel (.xlsx) or CSV UTF-8 and upload it again.',
  ],
  'sheet.wrong_encoding': [
    'The CSV file is not Unicode, so accented letters may be wrong. In Excel choose “Save as: CSV UTF-8” or Excel (.xlsx) and upload it again.',
  ],
  'sheet.too_large': [
    'The spreadsheet is too large (at most 5 MB, 20,000 rows, 100 columns, 4,000 letters in a cell). Split it and upload one file at a time.',
  ],
  'sheet.empty': [
    'The spreadsheet has no rows of content. Check the file you chose.',
  ],
  'sheet.no_columns': [
    'The spreadsheet lacks the columns: {columns}. Add them to its line of headings and upload it again.',
    'The spreadsheet lacks columns it needs. Download the sample to see them.',
  ],
} as const satisfies Sentences
