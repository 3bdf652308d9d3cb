import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  orientationSchema,
  resolutionClassSchema,
  sha256Schema,
} from '../primitives.js'
import { screenCareSchema } from '../screen-care.js'
import { statusSchema } from '../screen-link.js'

/** WGS 84, degrees. */
export const mapPointSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
})
export type MapPoint = z.infer<typeof mapPointSchema>

/** What a person decides about a screen. */
export const screenSettingsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  areaId: idSchema,
  orientation: orientationSchema,
  resolutionClass: resolutionClassSchema,
  /** In the order they are shown. */
  languages: z.array(languageSchema).min(1).max(4),
  diagonalInches: z.number().min(10).max(500),
  viewingMetres: z.number().min(0.5).max(50),
  ticker: z.array(z.string().trim().min(1).max(62)).max(20),
  /** What it does when nobody looks after it; absent: the usual. */
  care: screenCareSchema.optional(),
  /** Where it stands on the map, for warnings that name a shape. */
  position: mapPointSchema.optional(),
})
export type ScreenSettings = z.infer<typeof screenSettingsSchema>

/** POST /api/v1/screens/claim → ScreenView */
export const claimScreenSchema = screenSettingsSchema.extend({
  code: z
    .string()
    .transform((code) => code.replace(/[\s-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{6}$/)),
})
export type ClaimScreen = z.input<typeof claimScreenSchema>

/** GET /api/v1/pairings/:code → what the person checks before claiming. */
export const pairingViewSchema = z.object({
  code: z.string(),
  /** Index of the picture word (0–63) and a number 10–99, both from the key. */
  fingerprint: z.object({
    word: z.number().int().min(0).max(63),
    number: z.number().int().min(10).max(99),
  }),
  host: z.string(),
  platform: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  expiresAt: instantSchema,
})
export type PairingView = z.infer<typeof pairingViewSchema>

/** Faults first: the order in which a person should look at them. */
export const screenHealthSchema = z.enum([
  'revoked',
  'offline',
  'stage_dead',
  'refusing',
  'syncing',
  'outdated',
  'ok',
])
export type ScreenHealth = z.infer<typeof screenHealthSchema>

export const screenViewSchema = z.object({
  id: idSchema,
  settings: screenSettingsSchema,
  areaName: z.string(),
  health: screenHealthSchema,
  connected: z.boolean(),
  pairedAt: instantSchema,
  lastSeenAt: instantSchema.nullable(),
  /** The last manifest the CMS sealed for it. */
  manifestNumber: z.number().int().nonnegative(),
  status: statusSchema.nullable(),
})
export type ScreenView = z.infer<typeof screenViewSchema>
export const screenListSchema = z.object({ screens: z.array(screenViewSchema) })

/** Why an item is or is not on. Said in words by shared/text/copy. */
export const explanationSchema = z.object({
  itemId: idSchema,
  title: z.string(),
  on: z.boolean(),
  eligible: z.boolean(),
  reason: z.enum([
    'on_now',
    'waits_its_turn',
    'behind_urgent',
    'not_before',
    'expired',
    'outside_window',
    'wrong_weekday',
    'outside_daypart',
    'recalled',
    'wrong_language',
    'alone_too_long',
  ]),
  /** When that changes, if it ever does. */
  until: instantSchema.nullable(),
})
export type Explanation = z.infer<typeof explanationSchema>

/** GET /api/v1/screens/:id/on?at= : what the pure function answers. */
export const onScreenViewSchema = z.object({
  at: instantSchema,
  manifestNumber: z.number().int(),
  showing: z.object({
    kind: z.enum(['item', 'notice', 'holding']),
    id: z.string(),
    title: z.string(),
    slide: sha256Schema,
    /** `full` slides cover header and ticker. */
    full: z.boolean(),
    startsAt: instantSchema,
    endsAt: instantSchema.nullable(),
  }),
  furniture: sha256Schema,
  explanations: z.array(explanationSchema),
})
export type OnScreenView = z.infer<typeof onScreenViewSchema>
