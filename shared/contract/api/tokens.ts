import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
import { roleSchema } from './accounts.js'
import { actSchema } from './permissions.js'

/* API tokens: what a program may do in the name of the person who made it. */

/** No token lives longer; then it is made anew. */
export const TOKEN_DAYS_MAX = 366

export const tokenStateSchema = z.enum([
  'works',
  'expired',
  'revoked',
  /** Its owner is frozen, or holds none of its roles there any more. */
  'asleep',
])
export type TokenState = z.infer<typeof tokenStateSchema>

export const tokenViewSchema = z.object({
  /** Also the first part of the secret, to know one from the other. */
  id: idSchema,
  name: z.string(),
  roles: z.array(roleSchema),
  /** Only these; null: all that the roles may do and a program may. */
  acts: z.array(actSchema).nullable(),
  areaId: idSchema,
  areaName: z.string(),
  /** May do acts for which a person has to prove who it is. */
  graveActs: z.boolean(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  lastAddress: z.string().nullable(),
  revokedAt: instantSchema.nullable(),
  state: tokenStateSchema,
})
export type TokenView = z.infer<typeof tokenViewSchema>

/** GET /api/v1/me/tokens, GET /api/v1/people/:id/tokens: the newest first. */
export const tokenListSchema = z.object({ tokens: z.array(tokenViewSchema) })

/** POST /api/v1/me/tokens */
export const makeTokenSchema = z.object({
  /** What it is for: "Cổng thông tin xã". */
  name: z.string().trim().normalize('NFC').min(1).max(100),
  roles: z.array(roleSchema).min(1).max(6),
  acts: z.array(actSchema).min(1).max(60).optional(),
  areaId: idSchema,
  graveActs: z.boolean().default(false),
  /** At most a year from now. */
  expiresAt: instantSchema,
})
export const madeTokenSchema = z.object({
  token: tokenViewSchema,
  /** Sent as `Authorization: Bearer …`; shown this once. */
  secret: z.string(),
})
export type MadeToken = z.infer<typeof madeTokenSchema>
