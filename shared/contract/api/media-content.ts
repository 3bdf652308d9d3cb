import { z } from 'zod'

/** One table of a file; `number` is the row as its program counts it. */
export const contentTableSchema = z.object({
  name: z.string(),
  rows: z.array(
    z.object({ number: z.number().int(), cells: z.array(z.string()) }),
  ),
  /** It has more rows than are given. */
  more: z.boolean(),
  /** `plain`: 14.8, as Excel keeps it; `local`: 14,8, as people write it. */
  numbers: z.enum(['plain', 'local']),
})
export type ContentTable = z.infer<typeof contentTableSchema>

/** GET /api/v1/media/:id/content: what stands in a document. */
export const mediaContentSchema = z.object({
  /** Paragraphs with marks for bold and lists; '' for a table or a scan. */
  text: z.string(),
  tables: z.array(contentTableSchema),
})
export type MediaContent = z.infer<typeof mediaContentSchema>
