import { z } from 'zod'
import {
  fromSchema,
  nextCursorSchema,
  pageQuery,
  searchSchema,
  untilSchema,
} from '../paging.js'
import { idSchema, instantSchema } from '../primitives.js'

/** What lines are looked for; all that is said has to hold. */
const auditFilter = {
  /** Who acted: an id, or `system`, `operator`, `nobody`. */
  personId: idSchema.optional(),
  /** What it was done to. */
  subjectKind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  subjectId: idSchema.optional(),
  /** The area and everything below it. */
  areaId: idSchema.optional(),
  /** `bulletin.released`, or all acts of a room: `bulletin`. */
  act: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .max(80)
    .optional(),
  /** Words of the line, with or without accents. */
  q: searchSchema,
  from: fromSchema,
  until: untilSchema,
}

/** GET /api/v1/audit: newest first. */
export const auditQuerySchema = z.object({ ...pageQuery, ...auditFilter })
export type AuditQuery = z.infer<typeof auditQuerySchema>

export const auditFormatSchema = z.enum(['csv', 'json'])
/** GET /api/v1/audit/export: oldest first, all of it. */
export const auditExportQuerySchema = z.object({
  format: auditFormatSchema.default('csv'),
  ...auditFilter,
})
export type AuditExportQuery = z.infer<typeof auditExportQuerySchema>

export const auditLineSchema = z.object({
  number: z.number().int().positive(),
  at: instantSchema,
  actorId: z.string(),
  actorName: z.string(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  areaId: idSchema.nullable(),
  areaName: z.string().nullable(),
  address: z.string().nullable(),
  /** `session:<id>` or `token:<id>`; null where there was neither. */
  via: z.string().nullable(),
  /** What explains the act: before, after, reasons. */
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export type AuditLineView = z.infer<typeof auditLineSchema>

export const auditListSchema = z.object({
  lines: z.array(auditLineSchema),
  nextCursor: nextCursorSchema,
})

/** Whether the chain is whole, and the first line that is not. */
export const auditProofSchema = z.object({
  ok: z.boolean(),
  lines: z.number().int().nonnegative(),
  /** The first line kept; those before were cut at a sealed checkpoint. */
  from: z.number().int().positive(),
  checkpoints: z.number().int().nonnegative(),
  /** The last line under a seal. */
  sealedUpTo: z.number().int().nonnegative(),
  brokenAt: z.number().int().nullable(),
  reason: z
    .enum([
      'missing',
      'altered',
      'unchained',
      'cut_off',
      'not_as_sealed',
      'bad_seal',
    ])
    .nullable(),
})
export type AuditProof = z.infer<typeof auditProofSchema>

/** Lines of an election are looked at again years later: never below a year. */
export const keepMonthsSchema = z.number().int().min(12).max(600).nullable()

/** GET and PUT /api/v1/audit/retention. */
export const auditRetentionSchema = z.object({
  /** Null: for good. */
  keepMonths: keepMonthsSchema,
  firstKept: z.number().int().positive(),
  /** Number of the last line. */
  lines: z.number().int().nonnegative(),
  lastSealed: z
    .object({ number: z.number().int().positive(), at: instantSchema })
    .nullable(),
})
export type AuditRetention = z.infer<typeof auditRetentionSchema>
export const changeAuditRetentionSchema = z.object({
  keepMonths: keepMonthsSchema,
})
export type ChangeAuditRetention = z.infer<typeof changeAuditRetentionSchema>
