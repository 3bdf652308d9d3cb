import { z } from 'zod'
import { endOfDaySchema, instantSchema, timeOfDaySchema } from './primitives.js'

/** ISO weekdays: 1 Monday … 7 Sunday. */
export const weekdaySchema = z.number().int().min(1).max(7)

/**
 * A part of the day in the screen's time zone, from inclusive, to exclusive.
 * `to` at or before `from` runs past midnight and belongs to the day it began.
 */
export const daypartSchema = z.object({
  from: timeOfDaySchema,
  to: endOfDaySchema,
})
export type Daypart = z.infer<typeof daypartSchema>

/**
 * When something may be on the glass. Every bound is optional and they all
 * have to hold. Instants: from inclusive, to exclusive.
 *
 * `notBefore` is an embargo and `expiresAt` a hard end: both are kept by the
 * screen itself, and nothing (a priority, a default loop) overrides them.
 * `windows` are the times wished for; none means always.
 */
export const scheduleSchema = z.object({
  notBefore: instantSchema.optional(),
  expiresAt: instantSchema.optional(),
  windows: z
    .array(z.object({ from: instantSchema, to: instantSchema }))
    .max(50)
    .optional(),
  weekdays: z.array(weekdaySchema).max(7).optional(),
  dayparts: z.array(daypartSchema).max(12).optional(),
})
export type Schedule = z.infer<typeof scheduleSchema>
