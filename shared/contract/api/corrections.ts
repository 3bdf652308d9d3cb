import { z } from 'zod'
import { idSchema, instantSchema, sha256Schema } from '../primitives.js'
import { changeSchema, sealedSlideSchema } from './approvals.js'
import { screenArrivalSchema } from './bulletin-history.js'
import { bulletinSummarySchema } from './bulletins.js'

/** GET /api/v1/corrections/uses?text= */
export const usesQuerySchema = z.object({
  text: z.string().trim().min(2).max(200),
})

/** One place where the words stand. */
export const useHitSchema = z.object({
  pointer: z.string(),
  /** The whole text of the place. */
  text: z.string(),
  /** As it is written there: may have other accents than what was asked. */
  found: z.array(z.string()),
  /** Written exactly as it was asked for. */
  exact: z.boolean(),
})
export const bulletinUseSchema = z.object({
  bulletinId: idSchema,
  /** The released revision the hits are of; send it back to correct it. */
  revisionId: idSchema,
  title: z.string(),
  ownerAreaName: z.string(),
  hits: z.array(useHitSchema),
})
export type BulletinUse = z.infer<typeof bulletinUseSchema>
export const usesSchema = z.object({
  uses: z.array(bulletinUseSchema),
  /** Urgent notices in force that say it too: they are corrected as notices. */
  notices: z.array(z.object({ id: idSchema, title: z.string() })),
  /** More than can be listed were found. */
  more: z.boolean(),
})

/** POST /api/v1/corrections */
export const proposeCorrectionSchema = z.object({
  text: z.string().trim().min(2).max(200),
  replacement: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(1).max(1000),
  places: z
    .array(
      z.object({
        bulletinId: idSchema,
        revisionId: idSchema,
        pointers: z.array(z.string().max(300)).min(1).max(200),
      }),
    )
    .min(1)
    .max(200),
})
export type ProposeCorrection = z.infer<typeof proposeCorrectionSchema>

export const correctionStateSchema = z.enum([
  'submitted',
  'released',
  'returned',
])
export const correctionSummarySchema = z.object({
  id: idSchema,
  state: correctionStateSchema,
  text: z.string(),
  replacement: z.string(),
  reason: z.string(),
  proposedAt: instantSchema,
  proposedByName: z.string(),
  decidedAt: instantSchema.nullable(),
  decidedByName: z.string().nullable(),
  note: z.string().nullable(),
  bulletins: z.number().int().nonnegative(),
})
export type CorrectionSummary = z.infer<typeof correctionSummarySchema>
export const correctionListSchema = z.object({
  corrections: z.array(correctionSummarySchema),
})

/** One bulletin before and after, with the very slides that would be sealed. */
export const correctionItemSchema = z.object({
  bulletinId: idSchema,
  title: z.string(),
  ownerAreaName: z.string(),
  frame: z.enum(['furnished', 'full']),
  furniture: sha256Schema.nullable(),
  slides: z.array(sealedSlideSchema),
  live: z.array(sealedSlideSchema),
  changes: z.array(changeSchema),
  /** Screens it is shown on. */
  screens: z.number().int().nonnegative(),
})
export type CorrectionItemView = z.infer<typeof correctionItemSchema>

/** POST /api/v1/corrections/preview: nothing is kept. */
export const correctionPreviewSchema = z.object({
  items: z.array(correctionItemSchema),
})

/** GET /api/v1/corrections/:id: exactly what the one approval would bind. */
export const correctionViewSchema = correctionSummarySchema.extend({
  /** Null once it is decided. */
  contentHash: sha256Schema.nullable(),
  mayRelease: z.boolean(),
  /** Turn it down, or let go what one proposed oneself. */
  mayReturn: z.boolean(),
  /** The bulletins it mends, decided or not. */
  of: z.array(
    z.object({
      bulletinId: idSchema,
      title: z.string(),
      ownerAreaName: z.string(),
    }),
  ),
  items: z.array(correctionItemSchema),
  /** Once released: every screen, with whether it has all of it. */
  screens: z.array(screenArrivalSchema),
})
export type CorrectionView = z.infer<typeof correctionViewSchema>

export const releaseCorrectionSchema = z.object({ contentHash: sha256Schema })
export const returnCorrectionSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
})

/** GET /api/v1/todo */
export const todoSchema = z.object({
  /** Waits for this person's approval, oldest first. */
  waiting: z.array(bulletinSummarySchema),
  corrections: z.array(correctionSummarySchema),
  /** Came back to this person. */
  returned: z.array(bulletinSummarySchema),
  /** Sent by this person and not decided yet. */
  submitted: z.array(bulletinSummarySchema),
})
export type Todo = z.infer<typeof todoSchema>
