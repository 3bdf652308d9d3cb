import { z } from 'zod'
import { dateSchema, idSchema } from '../primitives.js'
import { categorySchema } from '../template.js'

/** By what the playing is added up. */
export const reportBySchema = z.enum(['bulletin', 'screen', 'area', 'category'])
export type ReportBy = z.infer<typeof reportBySchema>

/** GET /api/v1/reports/plays?from=&until=&by= : days of here, both included. */
export const playReportQuerySchema = z
  .object({
    from: dateSchema,
    until: dateSchema,
    by: reportBySchema.default('bulletin'),
    category: categorySchema.optional(),
    /** This area and all below it; absent: all that one may read. */
    areaId: idSchema.optional(),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'] })
  .refine(({ from, until }) => daysBetween(from, until) <= MOST_DAYS, {
    path: ['until'],
  })
export type PlayReportQuery = z.infer<typeof playReportQuerySchema>

/** A leap year. */
const MOST_DAYS = 366

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1
}

/** What screens said they had on the glass; never what was only planned. */
export const playSumSchema = z.object({
  showings: z.number().int().nonnegative(),
  /** Seconds on the glass, of all screens together. */
  seconds: z.number().nonnegative(),
  /** Screens that showed it at least once. */
  screens: z.number().int().nonnegative(),
})

export const playRowSchema = playSumSchema.extend({
  /** Of the bulletin, screen or area; the word of the category. */
  id: z.string(),
  name: z.string(),
  /** Where it belongs; empty for a category. */
  areaName: z.string(),
  /** Days on which it was shown, and the most of them in a row. */
  days: z.number().int().nonnegative(),
  longestRun: z.number().int().nonnegative(),
})
export type PlayRow = z.infer<typeof playRowSchema>

export const playReportSchema = z.object({
  from: dateSchema,
  until: dateSchema,
  by: reportBySchema,
  /** Screens in service now within what was asked. */
  screensNow: z.number().int().nonnegative(),
  total: playSumSchema,
  /** Every day of the span, also those on which nothing was reported. */
  byDay: z.array(playSumSchema.extend({ day: dateSchema })),
  /** Longest on the glass first, at most 2,000. */
  rows: z.array(playRowSchema),
  /** How many rows there are in all. */
  rowCount: z.number().int().nonnegative(),
})
export type PlayReport = z.infer<typeof playReportSchema>

/** GET /api/v1/reports/plays/export */
export const playExportQuerySchema = playReportQuerySchema.safeExtend({
  format: z.enum(['csv', 'xlsx']),
})
