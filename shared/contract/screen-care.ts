import { z } from 'zod'
import { daypartSchema, weekdaySchema } from './schedule.js'

/** What a screen does by itself when nobody looks after it. */

/** A rule for everything, or for the whole screen: what is left is the holding slide. */
export const EVERY_CATEGORY = '*'

/**
 * After so many hours without a word from the CMS: `mark` plays on and says as
 * of when, `drop` plays it no more. The rule of a category goes before the one
 * for every category.
 */
export const aloneRuleSchema = z.object({
  category: z.string().min(1).max(40),
  afterHours: z
    .number()
    .int()
    .min(1)
    .max(365 * 24),
  then: z.enum(['mark', 'drop']),
})
export type AloneRule = z.infer<typeof aloneRuleSchema>

/** When the glass is lit. Urgent notices light it at any time. */
export const powerPlanSchema = z.object({
  /** None: always. */
  on: z.array(daypartSchema).max(12),
  weekdays: z.array(weekdaySchema).max(7).optional(),
  /** Darker in the evening: percent of the full light. */
  dim: z
    .array(daypartSchema.extend({ percent: z.number().int().min(10).max(95) }))
    .max(6)
    .optional(),
})
export type PowerPlan = z.infer<typeof powerPlanSchema>

/** What a person decides about it; absent: the usual. */
export const screenCareSchema = z.object({
  alone: z.array(aloneRuleSchema).max(40).optional(),
  power: powerPlanSchema.optional(),
})
export type ScreenCare = z.infer<typeof screenCareSchema>

/** Old prices mislead; the rest says after three days how old it is. */
export const USUAL_ALONE: readonly AloneRule[] = [
  { category: 'prices', afterHours: 24, then: 'drop' },
  { category: EVERY_CATEGORY, afterHours: 72, then: 'mark' },
]
