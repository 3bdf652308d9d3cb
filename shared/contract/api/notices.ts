import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
import { refusalSchema } from '../receipt.js'
import { audienceSchema } from './bulletins.js'

/** POST /api/v1/notices: seals and pushes at once. */
export const createNoticeSchema = z.object({
  templateId: z.string().max(60).default('urgent'),
  fields: z.object({
    vi: z.record(z.string(), z.unknown()),
    en: z.record(z.string(), z.unknown()).optional(),
    jra: z.record(z.string(), z.unknown()).optional(),
    bdq: z.record(z.string(), z.unknown()).optional(),
  }),
  level: z.number().int().min(0).max(5),
  drill: z.boolean().default(false),
  ownerAreaId: idSchema,
  audience: audienceSchema,
  expiresAt: instantSchema,
})
export type CreateNotice = z.input<typeof createNoticeSchema>
/** The same, with what was left out filled in. */
export type CreateNoticeAsked = z.output<typeof createNoticeSchema>

/**
 * POST /api/v1/notices/:id/correct: the next version of the same notice, on
 * the same screens. A drill stays a drill.
 */
export const correctNoticeSchema = createNoticeSchema
  .pick({ templateId: true, fields: true, level: true, expiresAt: true })
  .extend({ expectedVersion: z.number().int().positive() })
export type CorrectNotice = z.input<typeof correctNoticeSchema>

/** What was written, as a correction starts from it. */
export const noticeWordsSchema = createNoticeSchema.pick({
  templateId: true,
  fields: true,
})
export type NoticeWords = z.output<typeof noticeWordsSchema>

export const deliverySchema = z.object({
  screenId: idSchema,
  screenName: z.string(),
  areaName: z.string(),
  connected: z.boolean(),
  sentAt: instantSchema.nullable(),
  receivedAt: instantSchema.nullable(),
  shownAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  failed: refusalSchema.nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

export const noticeViewSchema = z.object({
  id: idSchema,
  version: z.number().int().positive(),
  title: z.string(),
  level: z.number().int(),
  drill: z.boolean(),
  /** Everything is stopped on its screens until it is lifted. */
  hold: z.boolean(),
  ownerAreaId: idSchema,
  /** The system it came from; null when a person wrote it. */
  source: z.string().nullable(),
  issuer: z.string(),
  issuedBy: z.string(),
  issuedAt: instantSchema,
  expiresAt: instantSchema,
  recalledAt: instantSchema.nullable(),
  state: z.enum(['in_force', 'recalled', 'ended']),
  counts: z.object({
    screens: z.number().int(),
    sent: z.number().int(),
    received: z.number().int(),
    shown: z.number().int(),
    missing: z.number().int(),
  }),
  /** From sending to the glass, ms, over the screens that have shown it. */
  pace: z
    .object({
      medianMs: z.number().nonnegative(),
      slowestMs: z.number().nonnegative(),
    })
    .nullable(),
  deliveries: z.array(deliverySchema),
  /** Null for a hold: nobody wrote its page. */
  words: noticeWordsSchema.nullable(),
})
export type NoticeView = z.infer<typeof noticeViewSchema>
export const noticeListSchema = z.object({
  notices: z.array(noticeViewSchema.omit({ deliveries: true, words: true })),
})
