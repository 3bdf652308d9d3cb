import { z } from 'zod'
import { instantSchema, sha256Schema } from './primitives.js'

/**
 * What the CMS vouches for about its audit, sealed once a day: that the line
 * of this number stood there with this hash. Numbers begin at 1 and skip none,
 * so the number is also how many lines there were.
 */
export const checkpointSchema = z.object({
  kind: z.literal('checkpoint'),
  protocol: z.number().int().positive(),
  issuedAt: instantSchema,
  number: z.number().int().positive(),
  hash: sha256Schema,
})
export type Checkpoint = z.infer<typeof checkpointSchema>
