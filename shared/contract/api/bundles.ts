import { z } from 'zod'
import { idSchema, instantSchema, sealedSchema } from '../primitives.js'

/** POST /api/v1/homecomings: the text of a `.bangtin-ve` file. */
export const takeHomecomingSchema = z.object({ sealed: sealedSchema })

export const homecomingViewSchema = z.object({
  screenId: idSchema,
  screenName: z.string(),
  /** When the screen wrote it. */
  at: instantSchema,
  receipts: z.number().int().nonnegative(),
  /** Hours of showings. */
  rows: z.number().int().nonnegative(),
  /** False: it was taken in before, and nothing changed. */
  isNew: z.boolean(),
})
export type HomecomingView = z.infer<typeof homecomingViewSchema>
