import { z } from 'zod'

/**
 * How every long list of the API is asked for and answered: a page at a time,
 * in a stable order, from a cursor that only the server understands. A list's
 * query is `z.object({ ...pageQuery, q: searchSchema, … })`, its answer
 * `z.object({ things: z.array(…), nextCursor: nextCursorSchema })`.
 */
export const PAGE_MAX = 200

/** Opaque: hand back what `nextCursor` said, with the same filters. */
export const cursorSchema = z
  .string()
  .max(600)
  .regex(/^[A-Za-z0-9_-]+$/)

/** The two words that ask for a page. */
export const pageQuery = {
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(50),
}

/** Where the next page begins; null on the last one. */
export const nextCursorSchema = cursorSchema.nullable()

/**
 * Words to look for, accents and case aside ("thong bao" finds "Thông báo");
 * all of them have to be found.
 */
export const searchSchema = z.string().trim().max(200).optional()

/** `2026-11-24T00:00:00Z` on: an instant, included. */
export const fromSchema = z.iso.datetime({ offset: false }).optional()
/** Up to an instant, itself left out. */
export const untilSchema = z.iso.datetime({ offset: false }).optional()
