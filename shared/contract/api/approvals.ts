import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  sha256Schema,
} from '../primitives.js'

/** A document as it would be sealed, or as it is sealed now. */
export const sealedSlideSchema = z.object({
  language: languageSchema,
  sha256: sha256Schema,
  slotSeconds: z.number().int().positive(),
})

/** One place of the revision that reads otherwise than what is live now. */
export const changeSchema = z.object({
  pointer: z.string(),
  /** Null: was not there. */
  before: z.string().nullable(),
  /** Null: is not there any more. */
  after: z.string().nullable(),
})
export type Change = z.infer<typeof changeSchema>

/** GET /api/v1/bulletins/:id/approval: exactly what an approval would bind. */
export const approvalViewSchema = z.object({
  /** Send it back with the approval: the bytes that were seen. */
  contentHash: sha256Schema,
  frame: z.enum(['furnished', 'full']),
  slides: z.array(sealedSlideSchema).min(1),
  /** The frame around them, of the area that speaks; null where there is none. */
  furniture: sha256Schema.nullable(),
  screens: z.number().int().nonnegative(),
  /** What screens show now; null when it is new. */
  live: z
    .object({
      releaseId: idSchema,
      revisionId: idSchema,
      revisionNumber: z.number().int().positive(),
      releasedAt: instantSchema,
      frame: z.enum(['furnished', 'full']),
      slides: z.array(sealedSlideSchema),
    })
    .nullable(),
  changes: z.array(changeSchema),
})
export type ApprovalView = z.infer<typeof approvalViewSchema>

/** POST /api/v1/bulletins/:id/release */
export const releaseBulletinSchema = z.object({ contentHash: sha256Schema })
