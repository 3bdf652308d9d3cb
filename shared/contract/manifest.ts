import { z } from 'zod'
import { noticeSchema, recallSchema } from './notice.js'
import {
  idSchema,
  instantSchema,
  languageSchema,
  orientationSchema,
  prioritySchema,
  resolutionClassSchema,
  sha256Schema,
} from './primitives.js'
import { scheduleSchema } from './schedule.js'
import { aloneRuleSchema, powerPlanSchema } from './screen-care.js'
import { pinHashSchema } from './technician-pin.js'

/**
 * A file the screen must hold before it may switch to the manifest; with
 * `dueAt` only before that instant, because nothing shows it earlier.
 */
export const fileRefSchema = z.object({
  sha256: sha256Schema,
  sizeBytes: z.number().int().nonnegative(),
  mediaType: z.string().max(120),
  dueAt: instantSchema.optional(),
})
export type FileRef = z.infer<typeof fileRefSchema>

/**
 * One rendered slide document in one language. Long documents flow into
 * pages that share `slotSeconds`.
 */
export const slideRefSchema = z.object({
  language: languageSchema,
  sha256: sha256Schema,
  slotSeconds: z.number().int().min(1).max(3600),
})
export type SlideRef = z.infer<typeof slideRefSchema>

/** One release on one screen's programme. */
export const programmeItemSchema = z.object({
  id: idSchema,
  releaseId: idSchema,
  bulletinId: idSchema,
  title: z.string().max(300),
  category: z.string().max(40),
  owner: z.string().max(200),
  /** `full` slides cover header and ticker. */
  frame: z.enum(['furnished', 'full']),
  priority: prioritySchema.exclude(['urgent']),
  /** Showings per cycle, 1–10. */
  weight: z.number().int().min(1).max(10),
  /** Ascending; ties by id. */
  order: z.number().int(),
  schedule: scheduleSchema,
  /** Shown one after another in this order: Vietnamese first. */
  slides: z.array(slideRefSchema).min(1).max(8),
})
export type ProgrammeItem = z.infer<typeof programmeItemSchema>

/** What stands around the slides. Each is a rendered, hashed document. */
export const furnitureSchema = z.object({
  /** Header, clock and ticker around the slides. */
  frame: sha256Schema,
  /** Shown when nothing is eligible: agency, clock, phone; never black. */
  holding: sha256Schema,
  /** One at a time, stepped, never a crawl. */
  ticker: z.array(z.string().max(120)).max(20),
})
export type Furniture = z.infer<typeof furnitureSchema>

/** Everything one screen has to play, and every file it needs for that. */
export const manifestSchema = z.object({
  kind: z.literal('manifest'),
  protocol: z.number().int().positive(),
  /** Only rises, per screen. */
  number: z.number().int().positive(),
  issuedAt: instantSchema,
  /**
   * After this the programme is older than the CMS ever meant it to be; the
   * screen keeps playing what has not expired and says "as of".
   */
  staleAfter: instantSchema,
  /** What to do when the CMS has not been heard of for long. */
  alone: z.array(aloneRuleSchema).max(40).optional(),
  /**
   * When the CMS last said that this is the newest. Never sealed: the screen
   * adds it to what it plays.
   */
  confirmedAt: instantSchema.optional(),
  screen: z.object({
    id: idSchema,
    name: z.string().max(200),
    areaId: idSchema,
    timeZone: z.string().max(60),
    orientation: orientationSchema,
    resolutionClass: resolutionClassSchema,
    languages: z.array(languageSchema).min(1),
    /** Text enlargement for distance and size of the glass: 1, 1.15 or 1.3. */
    textStep: z.number().min(1).max(1.72),
    /** Hours in which the glass is lit; absent: always. */
    power: powerPlanSchema.optional(),
    /** Of the technician's PIN; the stage is never told. */
    technicianPin: pinHashSchema.optional(),
  }),
  furniture: furnitureSchema,
  items: z.array(programmeItemSchema).max(500),
  notices: z.array(noticeSchema).max(50),
  recalls: z.array(recallSchema).max(500),
  files: z.array(fileRefSchema).max(10_000),
})
export type Manifest = z.infer<typeof manifestSchema>
