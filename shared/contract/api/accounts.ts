import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'

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
  /** The password is a temporary one: nothing goes before it is changed. */
  mustChangePassword: z.boolean(),
  secondFactor: z.object({
    /** A role asks for it; `relaxed` on the demo, which does not insist. */
    required: z.boolean(),
    relaxed: z.boolean(),
    /** This session has shown one. */
    shown: z.boolean(),
    /** There is an authenticator or a passkey. */
    enrolled: z.boolean(),
    /** From when acts are refused without one. */
    dueAt: instantSchema.nullable(),
  }),
})
export type MeView = z.infer<typeof meViewSchema>
