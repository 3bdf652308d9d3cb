import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
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

/** GET /api/v1/bulletins/:id/history */
export const bulletinHistorySchema = z.object({
  steps: z.array(bulletinStepSchema),
  saves: z.array(draftSaveSchema),
})
export type BulletinHistory = z.infer<typeof bulletinHistorySchema>

/** GET /api/v1/bulletins/:id/saves/:saveId */
export const draftSaveBodySchema = draftSaveSchema.extend({
  revision: revisionInputSchema,
})

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
