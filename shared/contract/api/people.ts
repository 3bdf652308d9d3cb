import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
import { roleSchema } from './accounts.js'

/* People of the areas one looks after: accounts, roles, freezing, resets. */

const nameSchema = z.string().trim().normalize('NFC').min(1).max(200)
const postSchema = z.string().trim().normalize('NFC').max(200)

export const grantStateSchema = z.enum(['now', 'later', 'ended'])
export type GrantState = z.infer<typeof grantStateSchema>

export const grantViewSchema = z.object({
  id: idSchema,
  role: roleSchema,
  areaId: idSchema,
  areaName: z.string(),
  /** Instants; null is open. */
  from: instantSchema.nullable(),
  until: instantSchema.nullable(),
  note: z.string(),
  state: grantStateSchema,
  /** Whether the one who asks may end it or change its end. */
  mayChange: z.boolean(),
})
export type GrantView = z.infer<typeof grantViewSchema>

export const personSummarySchema = z.object({
  id: idSchema,
  userName: z.string(),
  displayName: z.string(),
  post: z.string(),
  areaId: idSchema.nullable(),
  areaName: z.string(),
  frozen: z.boolean(),
  /** In force now, each once. */
  roles: z.array(roleSchema),
  secondFactor: z.boolean(),
  /** A role needs a second factor and there is none. */
  lacksSecondFactor: z.boolean(),
})
export type PersonSummary = z.infer<typeof personSummarySchema>

/** GET /api/v1/people: by given name, as lists of people are read. */
export const peopleQuerySchema = z.object({
  /** Found in name, user name and post, with or without accents. */
  search: z.string().trim().max(100).optional(),
  role: roleSchema.optional(),
  state: z.enum(['active', 'frozen']).optional(),
  /** In this area and below. */
  areaId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** What the answer before named as `next`. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
})
export type PeopleQuery = z.infer<typeof peopleQuerySchema>
export const peopleListSchema = z.object({
  people: z.array(personSummarySchema),
  total: z.number().int().nonnegative(),
  next: z.string().nullable(),
})

export const personViewSchema = personSummarySchema.extend({
  frozenAt: instantSchema.nullable(),
  frozenReason: z.string(),
  /** The password is a temporary one that has not been changed yet. */
  temporaryPassword: z.boolean(),
  authenticator: z.boolean(),
  passkeyCount: z.number().int().nonnegative(),
  sessionCount: z.number().int().nonnegative(),
  grants: z.array(grantViewSchema),
  may: z.object({
    /** Change, freeze, reset: over every area the person holds. */
    manage: z.boolean(),
    /** Give a role somewhere; never to oneself. */
    give: z.boolean(),
  }),
})
export type PersonView = z.infer<typeof personViewSchema>

const datesSchema = {
  from: instantSchema.nullable().default(null),
  until: instantSchema.nullable().default(null),
  note: z.string().trim().normalize('NFC').max(200).default(''),
}

/** POST /api/v1/people/:id/grants */
export const giveGrantSchema = z.object({
  role: roleSchema,
  areaId: idSchema,
  ...datesSchema,
})

/** POST /api/v1/people */
export const createPersonSchema = z.object({
  userName: z.string().max(100),
  displayName: nameSchema,
  post: postSchema.default(''),
  /** The unit they work in. */
  areaId: idSchema,
  grants: z.array(giveGrantSchema).max(20).default([]),
})

/** PUT /api/v1/people/:id */
export const changePersonSchema = z.object({
  displayName: nameSchema,
  post: postSchema,
  areaId: idSchema,
})

/** PUT /api/v1/people/:id/grants/:grantId: null is for good. */
export const changeGrantSchema = z.object({ until: instantSchema.nullable() })

/** POST /api/v1/people/:id/freeze */
export const freezePersonSchema = z.object({
  reason: z.string().trim().normalize('NFC').min(1).max(300),
})

/** POST /api/v1/people/:id/reset */
export const resetPersonSchema = z.object({
  /** Authenticator and passkeys too: the phone is lost. */
  secondFactors: z.boolean().default(false),
})

/** Shown once; it lets in once, and has to be changed at once. */
export const oneTimePasswordSchema = z.object({
  id: idSchema,
  userName: z.string(),
  oneTimePassword: z.string(),
  expiresAt: instantSchema.nullable(),
})
export type OneTimePassword = z.infer<typeof oneTimePasswordSchema>
