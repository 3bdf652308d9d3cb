/** Lists that come and go as spreadsheets: areas, groups, people. */
import { z } from 'zod'
import { dateSchema } from '../primitives.js'

/** GET …/export */
export const exportQuerySchema = z.object({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
})
/** A file inside an answer. */
export const fileTextSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  base64: z.string(),
})
export type FileText = z.infer<typeof fileTextSchema>

/** POST …/import/preview */
export const importFileSchema = z.object({
  /** The XLSX or CSV itself: at most 5 MB, 20,000 rows. */
  base64: z
    .string()
    .min(4)
    .max(7_000_000)
    .regex(/^[A-Za-z0-9+/]+=*$/),
  /** From which day what is new holds; today without it. */
  on: dateSchema.optional(),
})
/** POST …/import: exactly what the preview of this token showed. */
export const confirmImportSchema = importFileSchema.extend({
  token: z.string().max(200),
})

/** What can be wrong with a row; sentences are in the catalogues. */
export const IMPORT_ROW_CODES = [
  'bad_name',
  'bad_code',
  'bad_kind',
  'bad_date',
  'bad_list',
  'bad_choice',
  'bad_user_name',
  'no_parent',
  'no_area',
  'no_screen',
  'unknown_id',
  'ambiguous',
  'twice',
  'closed',
  'code_taken',
  'name_taken',
  'lookalike',
  'has_children',
  'not_yours',
  'yourself',
  'frozen',
  'last_administrator',
] as const
export const importRowCodeSchema = z.enum(IMPORT_ROW_CODES)
export type ImportRowCode = z.infer<typeof importRowCodeSchema>

const valueSchema = z.union([z.string(), z.array(z.string()), z.null()])
export const importChangeSchema = z.object({
  /** As the spreadsheet numbers it. */
  row: z.number().int(),
  what: z.enum(['added', 'changed', 'closed', 'unchanged']),
  name: z.string(),
  fields: z.record(
    z.string(),
    z.object({ before: valueSchema, after: valueSchema }),
  ),
})
export type ImportChange = z.infer<typeof importChangeSchema>

export const importErrorSchema = z.object({
  row: z.number().int(),
  /** As the spreadsheet calls it: "D4"; null without such a column. */
  cell: z.string().nullable(),
  /** What stands there, at most 80 letters of it. */
  value: z.string(),
  code: importRowCodeSchema,
  /** In the reader's language: what is wrong and what to do. */
  message: z.string(),
})
export type ImportError = z.infer<typeof importErrorSchema>

export const importPreviewSchema = z.object({
  token: z.string(),
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    closed: z.number().int(),
    unchanged: z.number().int(),
    errors: z.number().int(),
  }),
  /** Rows that change something, as they stand in the file. */
  changes: z.array(importChangeSchema),
  /** The first thousand; `counts.errors` has them all. */
  errors: z.array(importErrorSchema).max(1000),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
