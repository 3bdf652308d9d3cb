import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
import { changeSchema } from './approvals.js'
import { remarkSchema, revisionInputSchema } from './bulletins.js'

/** What happened to a bulletin, one line each, newest first. */
export const bulletinStepSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actorName: z.string(),
  act: z.string(),
  revisionNumber: z.number().int().positive(),
  note: z.string().nullable(),
  remarks: z.array(remarkSchema),
})
export type BulletinStep = z.infer<typeof bulletinStepSchema>

/** What somebody had written at some time; may be brought back. */
export const draftSaveSchema = z.object({
  id: idSchema,
  revisionNumber: z.number().int().positive(),
  authorName: z.string(),
  /** One line gathers what a person saved in a few minutes. */
  beganAt: instantSchema,
  savedAt: instantSchema,
  title: z.string(),
})

/** One revision: what was judged, released, or is being written. */
export const revisionLineSchema = z.object({
  id: idSchema,
  number: z.number().int().positive(),
  title: z.string(),
  /** Everybody who wrote in it; the one who began it first. */
  writers: z.array(z.string()),
  createdAt: instantSchema,
  /** Null: nobody was asked to approve it yet. */
  submittedAt: instantSchema.nullable(),
  isLive: z.boolean(),
  isNewest: z.boolean(),
  /** Fields that differ from the revision before; null: it is the first. */
  changes: z.number().int().nonnegative().nullable(),
})
export type RevisionLine = z.infer<typeof revisionLineSchema>

/** GET /api/v1/bulletins/:id/history */
export const bulletinHistorySchema = z.object({
  /** Newest first. */
  revisions: z.array(revisionLineSchema),
  steps: z.array(bulletinStepSchema),
  saves: z.array(draftSaveSchema),
})
export type BulletinHistory = z.infer<typeof bulletinHistorySchema>

/** GET /api/v1/bulletins/:id/saves/:saveId */
export const draftSaveBodySchema = draftSaveSchema.extend({
  revision: revisionInputSchema,
})

/** GET /api/v1/bulletins/:id/revisions/:revisionId */
export const revisionDetailsSchema = revisionLineSchema.extend({
  revision: revisionInputSchema,
  /** The revision before it, and what became of it place by place. */
  previous: z
    .object({
      number: z.number().int().positive(),
      revision: revisionInputSchema,
    })
    .nullable(),
  changed: z.array(changeSchema),
})
export type RevisionDetails = z.infer<typeof revisionDetailsSchema>

/** POST /api/v1/bulletins/:id/restore: what is there now stays in the history. */
export const restoreSchema = z.object({
  from: z.union([
    z.object({ revisionNumber: z.number().int().positive() }),
    z.object({ saveId: idSchema }),
  ]),
  /** Or If-Match with the ETag of what was opened. */
  expectedVersion: z.number().int().positive().optional(),
})
export type Restore = z.infer<typeof restoreSchema>

/** One screen and whether it has what was released or recalled. */
export const screenArrivalSchema = z.object({
  screenId: idSchema,
  name: z.string(),
  areaName: z.string(),
  has: z.boolean(),
  lastSeenAt: instantSchema.nullable(),
})
export type ScreenArrival = z.infer<typeof screenArrivalSchema>

/** GET /api/v1/bulletins/:id/delivery */
export const bulletinDeliverySchema = z.object({
  /** Where the live release has arrived; those without it first. */
  release: z.array(screenArrivalSchema),
  /** Where the last withdrawal has arrived. */
  recall: z
    .object({
      issuedAt: instantSchema,
      closedAt: instantSchema.nullable(),
      screens: z.array(screenArrivalSchema),
    })
    .nullable(),
})
export type BulletinDelivery = z.infer<typeof bulletinDeliverySchema>

/** POST /api/v1/bulletins/:id/reschedule: what is left out stays. */
export const rescheduleSchema = z.object({
  /** Null: may be shown at once. */
  notBefore: instantSchema.nullable().optional(),
  /** Null: until it is withdrawn. */
  expiresAt: instantSchema.nullable().optional(),
})
export type Reschedule = z.infer<typeof rescheduleSchema>
