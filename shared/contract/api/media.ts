import { z } from 'zod'
import { idSchema, instantSchema, sha256Schema } from '../primitives.js'

/** POST /api/v1/media (multipart `file`) → MediaView. GET lists them. */
export const mediaViewSchema = z.object({
  id: idSchema,
  name: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
  /** WebP renditions by class, and a thumbnail. */
  renditions: z.object({
    '1080': sha256Schema,
    '2160': sha256Schema,
    thumbnail: sha256Schema,
  }),
  uploadedAt: instantSchema,
  uploadedBy: z.string(),
})
export type MediaView = z.infer<typeof mediaViewSchema>
export const mediaListSchema = z.object({ media: z.array(mediaViewSchema) })
