import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'

/** What became of a CAP message. */
export const capOutcomeSchema = z.enum([
  /** A draft waits for a duty officer. */
  'draft',
  /** From a trusted sender, straight to the glass. */
  'sent',
  'corrected',
  'recalled',
  /** An update or cancel that a person has to carry out. */
  'needs_person',
  /** Not for the public, a test, ended, or for places we do not know. */
  'ignored',
])
export type CapOutcome = z.infer<typeof capOutcomeSchema>

export const capResultSchema = z.object({
  key: z.string(),
  outcome: capOutcomeSchema,
  /** It had come before; this is what became of it then. */
  duplicate: z.boolean(),
  reason: z.string().nullable(),
  orderId: idSchema.nullable(),
  noticeId: idSchema.nullable(),
})
export type CapResult = z.infer<typeof capResultSchema>

/**
 * POST /api/v1/cap/alerts: JSON as here, or the XML itself as
 * application/cap+xml with `ownerAreaId` in the address.
 */
export const takeCapSchema = z.object({
  xml: z.string().min(1).max(524_288),
  ownerAreaId: idSchema,
})

export const capRecordSchema = capResultSchema
  .omit({ duplicate: true })
  .extend({ sender: z.string(), via: z.string(), receivedAt: instantSchema })
export const capRecordListSchema = z.object({
  alerts: z.array(capRecordSchema),
})

/** A sender whose alerts go straight to the glass in one area's subtree. */
export const capSenderSchema = z.object({
  sender: z.string().trim().min(1).max(300),
  ownerAreaId: idSchema,
})
export const capSenderListSchema = z.object({
  senders: z.array(
    capSenderSchema.extend({ trustedAt: instantSchema, trustedBy: z.string() }),
  ),
})

/** An address that is asked every minute. */
export const capFeedInputSchema = z.object({
  name: z.string().trim().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(1000),
  ownerAreaId: idSchema,
})
export const capFeedSchema = capFeedInputSchema.extend({
  id: idSchema,
  polledAt: instantSchema.nullable(),
  trouble: z.string().nullable(),
})
export type CapFeed = z.infer<typeof capFeedSchema>
export const capFeedListSchema = z.object({ feeds: z.array(capFeedSchema) })
