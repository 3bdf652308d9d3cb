import { z } from 'zod'
import { idSchema, languageSchema, orientationSchema } from '../primitives.js'
import { areaKindSchema, areaNameSchema, areaTagSchema } from './areas.js'

/** What a group is for; people look for it there. */
export const groupPurposeSchema = z.enum([
  'former_district',
  'constituency',
  'basin',
  'language',
  'site_kind',
  'other',
])
export type GroupPurpose = z.infer<typeof groupPurposeSchema>

/**
 * Who is in a group. `list`: these screens, and all in or below these areas.
 * `rule`: every screen that meets all that is asked, asked anew each time.
 */
export const groupMembersSchema = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('list'),
    areaIds: z.array(idSchema).max(500),
    screenIds: z.array(idSchema).max(2000),
  }),
  z.object({
    by: z.literal('rule'),
    /** In or below any of these; anywhere without. */
    areaIds: z.array(idSchema).max(500),
    /** The area it stands in is of one of these kinds. */
    kinds: z.array(areaKindSchema).max(6),
    /** That area or one above it bears one of these tags. */
    tags: z.array(areaTagSchema).max(30),
    /** It shows one of these languages. */
    languages: z.array(languageSchema).max(4),
    orientations: z.array(orientationSchema).max(2),
  }),
])
export type GroupMembers = z.infer<typeof groupMembersSchema>

/** POST /api/v1/groups */
export const newGroupSchema = z.object({
  name: areaNameSchema,
  purpose: groupPurposeSchema,
  /** Who looks after it: administrators of this area. */
  ownerAreaId: idSchema,
  members: groupMembersSchema,
})
/** PUT /api/v1/groups/:id */
export const saveGroupSchema = newGroupSchema.extend({
  expectedVersion: z.number().int().positive(),
})
/** POST /api/v1/groups/:id/remove */
export const removeGroupSchema = z.object({
  expectedVersion: z.number().int().positive(),
})
/** POST /api/v1/groups/members: who would be in it, before it is saved. */
export const previewGroupSchema = z.object({ members: groupMembersSchema })

export const groupViewSchema = newGroupSchema.extend({
  id: idSchema,
  ownerAreaName: z.string(),
  version: z.number().int().positive(),
  /** Screens in it now. */
  screenCount: z.number().int().nonnegative(),
  /** Ids of those this person may see. */
  screenIds: z.array(idSchema),
  may: z.object({ manage: z.boolean() }),
})
export type GroupView = z.infer<typeof groupViewSchema>
export const groupListSchema = z.object({ groups: z.array(groupViewSchema) })
export const groupQuerySchema = z.object({
  /** Accent-insensitive, over names. */
  q: z.string().max(100).default(''),
})

/** The exact number, and the names this person may see. */
export const groupMembersViewSchema = z.object({
  screenCount: z.number().int().nonnegative(),
  screens: z.array(
    z.object({ id: idSchema, name: z.string(), areaName: z.string() }),
  ),
})
