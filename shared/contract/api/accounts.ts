import { z } from 'zod'
import { idSchema } from '../primitives.js'

/** What a person may do, over an area and everything below it. */
export const roleSchema = z.enum([
  'author',
  'approver',
  'duty',
  'technician',
  'auditor',
  'administrator',
])
export type Role = z.infer<typeof roleSchema>

export const grantSchema = z.object({
  role: roleSchema,
  areaId: idSchema,
  areaName: z.string(),
})
export type Grant = z.infer<typeof grantSchema>

/** GET /api/v1/me */
export const meViewSchema = z.object({
  id: idSchema,
  userName: z.string(),
  displayName: z.string(),
  post: z.string(),
  grants: z.array(grantSchema),
})
export type MeView = z.infer<typeof meViewSchema>
