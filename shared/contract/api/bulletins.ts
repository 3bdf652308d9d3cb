import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  prioritySchema,
} from '../primitives.js'
import { scheduleSchema } from '../schedule.js'
import { categorySchema } from '../template.js'

/**
 * draft → submitted → waiting (approved, not before its time) → live →
 * withdrawn | ended; submitted → returned → draft.
 */
export const bulletinStateSchema = z.enum([
  'draft',
  'submitted',
  'returned',
  'waiting',
  'live',
  'withdrawn',
  'ended',
])
export type BulletinState = z.infer<typeof bulletinStateSchema>

/**
 * Whole areas, single screens, groups. Never empty when submitted. Of a group
 * only the screens below the area that speaks are reached.
 */
export const audienceSchema = z.object({
  areaIds: z.array(idSchema).max(500),
  screenIds: z.array(idSchema).max(2000),
  groupIds: z.array(idSchema).max(100).optional(),
})
export type Audience = z.infer<typeof audienceSchema>

/** The document a bulletin stands on, as its head and foot give it. */
export const basisSchema = z.object({
  /** Số, ký hiệu: "27/TB-UBND". */
  number: z.string().trim().min(1).max(60),
  issuedOn: z.iso.date(),
  agency: z.string().trim().min(1).max(200),
  signer: z.string().trim().max(120),
  /** The scan, among the uploaded files. */
  scanId: idSchema.optional(),
})
export type Basis = z.infer<typeof basisSchema>

/** What has to be mended at one place of a revision. */
export const remarkSchema = z.object({
  /** JSON pointer into the revision: `/fields/vi/title`. */
  pointer: z
    .string()
    .max(300)
    .regex(/^(\/[^/]*)+$/),
  text: z.string().trim().min(1).max(500),
})
export type Remark = z.infer<typeof remarkSchema>

/** What an author writes: the body of a revision. */
export const revisionInputSchema = z.object({
  title: z.string().trim().min(1).max(200),
  templateId: z.string().max(60),
  fields: z.object({
    vi: z.record(z.string(), z.unknown()),
    en: z.record(z.string(), z.unknown()).optional(),
    jra: z.record(z.string(), z.unknown()).optional(),
    bdq: z.record(z.string(), z.unknown()).optional(),
  }),
  audience: audienceSchema,
  schedule: scheduleSchema,
  priority: prioritySchema.exclude(['urgent']),
  weight: z.number().int().min(1).max(10),
  basis: basisSchema.optional(),
})
export type RevisionInput = z.infer<typeof revisionInputSchema>

/** POST /api/v1/bulletins */
export const createBulletinSchema = revisionInputSchema.extend({
  /** The area that speaks. */
  ownerAreaId: idSchema,
})
export type CreateBulletin = z.infer<typeof createBulletinSchema>

/** PUT /api/v1/bulletins/:id/draft; refuses when someone saved meanwhile. */
export const saveDraftSchema = revisionInputSchema.extend({
  /** Or If-Match with the ETag of what was opened. */
  expectedVersion: z.number().int().positive().optional(),
})
export type SaveDraft = z.infer<typeof saveDraftSchema>

/** POST /api/v1/bulletins/:id/return */
export const returnBulletinSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  remarks: z.array(remarkSchema).max(50).default([]),
})

/** POST /api/v1/bulletins/:id/withdraw */
export const withdrawBulletinSchema = z.object({
  reason: z.string().trim().max(1000).optional(),
})

export const bulletinSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  templateId: z.string(),
  category: categorySchema,
  state: bulletinStateSchema,
  ownerAreaId: idSchema,
  ownerAreaName: z.string(),
  authorName: z.string(),
  priority: prioritySchema.exclude(['urgent']),
  updatedAt: instantSchema,
  liveSince: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
  screenCount: z.number().int().nonnegative(),
})
export type BulletinSummary = z.infer<typeof bulletinSummarySchema>

/** GET /api/v1/bulletins?state=&q=&cursor= → newest change first. */
export const bulletinListSchema = z.object({
  bulletins: z.array(bulletinSummarySchema),
  nextCursor: z.string().nullable(),
})
export const bulletinQuerySchema = z.object({
  state: bulletinStateSchema.optional(),
  category: categorySchema.optional(),
  /** Accent-insensitive: "thong bao" finds "Thông báo". */
  q: z.string().max(100).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type BulletinQuery = z.infer<typeof bulletinQuerySchema>

/** GET /api/v1/bulletins/:id */
export const bulletinViewSchema = bulletinSummarySchema.extend({
  /** Rises with every save; send it back as `expectedVersion`. */
  version: z.number().int().positive(),
  authorId: idSchema,
  returnedBecause: z.string().nullable(),
  remarks: z.array(remarkSchema),
  submittedAt: instantSchema.nullable(),
  submittedByName: z.string().nullable(),
  /** Who last saved the draft; null when only its author did. */
  changedByName: z.string().nullable(),
  /** Released, but no screen may show it before this. */
  notBefore: instantSchema.nullable(),
  revision: revisionInputSchema,
  liveRevisionNumber: z.number().int().positive().nullable(),
  revisionNumber: z.number().int().positive(),
  /** What this person may do now. */
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    release: z.boolean(),
    return: z.boolean(),
    withdraw: z.boolean(),
    /** Take it out of the approver's hands to go on writing. */
    takeBack: z.boolean(),
    /** Show it later or stop showing it sooner: no second person is asked. */
    narrow: z.boolean(),
    /** Show it sooner or longer than was approved: the approval itself. */
    widen: z.boolean(),
  }),
  /** Where a live one has arrived. */
  delivery: z.object({
    screens: z.number().int().nonnegative(),
    /** Screens whose switched manifest carries this release. */
    ready: z.number().int().nonnegative(),
  }),
})
export type BulletinView = z.infer<typeof bulletinViewSchema>

/** POST /api/v1/previews: the real slide from unsaved fields. */
export const previewRequestSchema = z.object({
  templateId: z.string().max(60),
  fields: z.record(z.string(), z.unknown()),
  language: languageSchema,
  areaId: idSchema.optional(),
})
export type PreviewRequest = z.infer<typeof previewRequestSchema>

export const previewViewSchema = z.object({
  /** Exactly the document that would be stored and sealed. */
  slide: z.string(),
  /** The header, clock and ticker around it; null for full-glass templates. */
  furniture: z.string().nullable(),
  slotSeconds: z.number().int().positive(),
  syllables: z.number().int().nonnegative(),
})
export type PreviewView = z.infer<typeof previewViewSchema>
