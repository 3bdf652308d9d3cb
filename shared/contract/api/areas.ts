import { z } from 'zod'
import { idSchema } from '../primitives.js'

export const areaKindSchema = z.enum([
  'country',
  'province',
  'commune',
  'village',
  'site',
])
export type AreaKind = z.infer<typeof areaKindSchema>

/** GET /api/v1/areas → { areas }, parents before children. */
export const areaViewSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  kind: areaKindSchema,
  name: z.string(),
  /** Official code today; a string, leading zeros kept. */
  code: z.string().nullable(),
  /** Screens in it and below. */
  screenCount: z.number().int().nonnegative(),
})
export type AreaView = z.infer<typeof areaViewSchema>
export const areaListSchema = z.object({ areas: z.array(areaViewSchema) })
