import { z } from 'zod'
import {
  dateSchema,
  idSchema,
  instantSchema,
  sha256Schema,
} from '../primitives.js'

export const mediaKindSchema = z.enum(['picture', 'video', 'document'])
export type MediaKind = z.infer<typeof mediaKindSchema>

/** `preparing`: the pages of a document are still being made. */
export const mediaStateSchema = z.enum(['ready', 'preparing', 'failed'])

const shareSchema = z.number().min(0).max(1)

/** What must stay in sight however a picture is cut: shares of its sides. */
export const focusSchema = z.object({ x: shareSchema, y: shareSchema })
export type Focus = z.infer<typeof focusSchema>

/** A part of a picture, as shares of its sides. */
export const cropSchema = z
  .object({
    x: shareSchema,
    y: shareSchema,
    width: z.number().min(0.05).max(1),
    height: z.number().min(0.05).max(1),
  })
  .refine(
    (crop) => crop.x + crop.width <= 1.0001 && crop.y + crop.height <= 1.0001,
  )
export type Crop = z.infer<typeof cropSchema>
export const cropsSchema = z.object({
  landscape: cropSchema.optional(),
  portrait: cropSchema.optional(),
})
export type Crops = z.infer<typeof cropsSchema>

/** WebP renditions by class, and a thumbnail. */
export const renditionsSchema = z.object({
  '1080': sha256Schema,
  '2160': sha256Schema,
  thumbnail: sha256Schema,
})
export type RenditionHashes = z.infer<typeof renditionsSchema>

/** The moving part of a video; its `renditions` are its poster. */
export const videoFactsSchema = z.object({
  sha256: sha256Schema,
  mediaType: z.enum(['video/mp4', 'video/webm']),
  durationSeconds: z.number().positive(),
  /** As its file names it: 'avc', 'vp8', 'vp9', 'av1'. */
  codec: z.string(),
  hasSound: z.boolean(),
  bytes: z.number().int().positive(),
})
export type VideoFacts = z.infer<typeof videoFactsSchema>

export const documentFormatSchema = z.enum(['pdf', 'docx', 'xlsx', 'csv'])
export const documentFactsSchema = z.object({
  format: documentFormatSchema,
  /** Pages as pictures; 0 for formats without. */
  pages: z.number().int().nonnegative(),
  pagesReady: z.number().int().nonnegative(),
})
export type DocumentFacts = z.infer<typeof documentFactsSchema>

/** How it came: by a person, or from the inbox folder. */
export const mediaOriginSchema = z.enum(['upload', 'inbox'])

/** `ending`: within thirty days. */
export const rightsStateSchema = z.enum(['ending', 'over'])

/**
 * One file of the library. A page of a document is shown like a picture, by
 * `<id>#<page>` (from 1) where a template asks for a picture.
 */
export const mediaViewSchema = z.object({
  id: idSchema,
  kind: mediaKindSchema,
  state: mediaStateSchema,
  /** Why it failed: an error code. */
  failure: z.string().nullable(),
  name: z.string(),
  /** 0 for what has no picture. */
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  bytes: z.number().int().positive(),
  /** Null for what has no picture: a table, a text, pages not made yet. */
  renditions: renditionsSchema.nullable(),
  focus: focusSchema,
  crops: cropsSchema,
  video: videoFactsSchema.nullable(),
  document: documentFactsSchema.nullable(),
  /** What there is to see, in words. */
  alt: z.string(),
  altEn: z.string(),
  /** Who agreed to be shown, and how. */
  consent: z.string(),
  origin: mediaOriginSchema,
  /** Since then it is offered no more; what shows it goes on. */
  retiredAt: instantSchema.nullable(),
  licence: z.string(),
  source: z.string(),
  /** The last day it may be shown; null: no end. */
  rightsUntil: dateSchema.nullable(),
  tags: z.array(z.string()),
  /** Null: of the whole province. */
  areaId: idSchema.nullable(),
  areaName: z.string().nullable(),
  /** Everything below its area may use it too. */
  shared: z.boolean(),
  may: z.object({ change: z.boolean() }),
  uploadedAt: instantSchema,
  uploadedBy: z.string(),
})
export type MediaView = z.infer<typeof mediaViewSchema>

/** GET /api/v1/media?kind=&q=&cursor= → newest first. */
export const mediaQuerySchema = z.object({
  kind: mediaKindSchema.optional(),
  /** Accent-insensitive, every word. */
  q: z.string().max(100).optional(),
  areaId: idSchema.optional(),
  rights: rightsStateSchema.optional(),
  origin: mediaOriginSchema.optional(),
  /** Only what was put away; it is left out otherwise. */
  retired: z.literal('yes').optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(500),
})
export type MediaQuery = z.infer<typeof mediaQuerySchema>
export const mediaListSchema = z.object({
  media: z.array(mediaViewSchema),
  nextCursor: z.string().nullable(),
})

/** POST /api/v1/media (multipart: fields, then `file`, for a video `poster`). */
export const uploadedMediaSchema = mediaViewSchema.extend({
  /** The very same file was here already; this is it. */
  known: z.boolean(),
  /** Pictures that look much like it. */
  alike: z.array(z.object({ id: idSchema, name: z.string() })),
})
export type UploadedMedia = z.infer<typeof uploadedMediaSchema>

/** Where a file stands: what has to end before it may be deleted. */
export const mediaUseSchema = z.object({
  kind: z.enum(['bulletin', 'notice']),
  id: idSchema,
  title: z.string(),
  /** A bulletin's state, or `in_force`. */
  state: z.string(),
  /** Whether it keeps the file from being deleted. */
  holds: z.boolean(),
})
export type MediaUse = z.infer<typeof mediaUseSchema>

/** GET /api/v1/media/:id */
export const mediaDetailsSchema = mediaViewSchema.extend({
  uses: z.array(mediaUseSchema),
  /** Uses in areas that this person does not serve. */
  usesElsewhere: z.number().int().nonnegative(),
  alike: z.array(z.object({ id: idSchema, name: z.string() })),
  pages: z.array(
    z.object({
      number: z.number().int().positive(),
      thumbnail: sha256Schema,
      picture: sha256Schema,
      text: z.string(),
    }),
  ),
})
export type MediaDetails = z.infer<typeof mediaDetailsSchema>

/** PUT /api/v1/media/:id: what is left out stays. */
export const changeMediaSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    alt: z.string().trim().max(300),
    altEn: z.string().trim().max(300),
    consent: z.string().trim().max(300),
    retired: z.boolean(),
    licence: z.string().trim().max(200),
    source: z.string().trim().max(200),
    rightsUntil: dateSchema.nullable(),
    tags: z.array(z.string().trim().min(1).max(40)).max(20),
    focus: focusSchema,
    crops: cropsSchema,
    shared: z.boolean(),
  })
  .partial()
export type ChangeMedia = z.infer<typeof changeMediaSchema>
