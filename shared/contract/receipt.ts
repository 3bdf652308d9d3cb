import { z } from 'zod'
import { idSchema, instantSchema, sha256Schema } from './primitives.js'

/** Why a screen could not do what it was asked. */
export const refusalSchema = z.enum([
  'bad_seal',
  'unknown_key',
  'wrong_screen',
  'older',
  'expired',
  'recalled',
  'malformed',
  'hash_mismatch',
  'too_new',
  'disk_full',
  'missing_file',
  'not_painted',
])
export type Refusal = z.infer<typeof refusalSchema>

/** A screen's word about one notice. Travels as a JWS signed by the screen. */
export const receiptSchema = z.object({
  kind: z.literal('receipt'),
  protocol: z.number().int().positive(),
  id: idSchema,
  screenId: idSchema,
  noticeId: idSchema,
  version: z.number().int().positive(),
  /** `shown`: after two painted frames of a visible page. */
  state: z.enum(['received', 'shown', 'ended', 'failed']),
  at: instantSchema,
  /** Hash of the slide that was painted, for `shown`. */
  slide: sha256Schema.optional(),
  reason: refusalSchema.optional(),
})
export type Receipt = z.infer<typeof receiptSchema>

/**
 * How often a release was really on the glass in one hour: totals, so a later
 * report of the same hour replaces an earlier one and none is counted twice.
 */
export const asRunSchema = z.object({
  releaseId: idSchema,
  /** Start of the hour. */
  hour: instantSchema,
  showings: z.number().int().nonnegative(),
  seconds: z.number().nonnegative(),
})
export type AsRun = z.infer<typeof asRunSchema>
