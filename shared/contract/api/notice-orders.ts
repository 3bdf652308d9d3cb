import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
import { audienceSchema } from './bulletins.js'
import { createNoticeSchema } from './notices.js'

/**
 * Who may send an urgent notice in an area: `two`: a second duty officer
 * confirms; `one`: one alone, who proves again who he is.
 */
export const noticeRuleSchema = z.enum(['one', 'two'])
export type NoticeRule = z.infer<typeof noticeRuleSchema>

/** What an area follows, and whether it said so itself. */
export const noticePolicySchema = z.object({
  areaId: idSchema,
  rule: noticeRuleSchema,
  /** The area whose word it is; null: nobody said, so the default holds. */
  fromAreaId: idSchema.nullable(),
})
export type NoticePolicy = z.infer<typeof noticePolicySchema>

/** PUT /api/v1/notice-policies/:areaId */
export const saveNoticePolicySchema = z.object({ rule: noticeRuleSchema })

/** POST /api/v1/notices/reach: whom it would reach, before anything is sent. */
export const noticeReachSchema = z.object({
  ownerAreaId: idSchema,
  audience: audienceSchema,
})

export const reachedScreenSchema = z.object({
  id: idSchema,
  name: z.string(),
  areaId: idSchema,
  areaName: z.string(),
  /** Linked at this moment: it would have it within a second. */
  connected: z.boolean(),
})
export type ReachedScreen = z.infer<typeof reachedScreenSchema>

export const noticeReachViewSchema = z.object({
  screens: z.array(reachedScreenSchema),
  counts: z.object({ screens: z.number().int(), on: z.number().int() }),
  rule: noticeRuleSchema,
})
export type NoticeReachView = z.infer<typeof noticeReachViewSchema>

/** A notice that is written and waits for a person to say yes. */
export const noticeOrderViewSchema = z.object({
  id: idSchema,
  state: z.enum(['draft', 'waiting', 'sent', 'cancelled']),
  title: z.string(),
  level: z.number().int(),
  drill: z.boolean(),
  ownerAreaId: idSchema,
  ownerAreaName: z.string(),
  /** The body as it would be sent. */
  asked: createNoticeSchema,
  /** The system it came from; null when a person wrote it. */
  source: z.string().nullable(),
  noticeId: idSchema.nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  /** Whether the reader himself wrote it: he cannot be the second person. */
  mine: z.boolean(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
})
export type NoticeOrderView = z.infer<typeof noticeOrderViewSchema>
export const noticeOrderListSchema = z.object({
  orders: z.array(noticeOrderViewSchema),
})

/** POST /api/v1/holds: stop everything on these screens. */
export const createHoldSchema = z.object({
  ownerAreaId: idSchema,
  audience: audienceSchema,
  /** For the record and the people who ask why; never on the glass. */
  reason: z.string().trim().min(1).max(500),
})
