import { z } from 'zod'
import { dateSchema, idSchema } from '../primitives.js'
import { exportQuerySchema } from './imports.js'

export const areaKindSchema = z.enum([
  'country',
  'province',
  /** Abolished on 01/07/2025; only in the past. */
  'district',
  'commune',
  'village',
  'site',
])
export type AreaKind = z.infer<typeof areaKindSchema>

/** A name as officials write it: one line, composed Unicode. */
export const areaNameSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u)

/** Official code: digits, leading zeros kept. */
export const areaCodeSchema = z.string().regex(/^\d{2,10}$/)

/** What an area is marked with: "biên giới", "chợ". Counts for all below it. */
export const areaTagSchema = areaNameSchema.max(60)

export const areaViewSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  kind: areaKindSchema,
  name: z.string(),
  /** Official code on the day asked about; a string, leading zeros kept. */
  code: z.string().nullable(),
  /** Screens in it and below. */
  screenCount: z.number().int().nonnegative(),
  /** The first day it no longer is; null while it is. */
  validUntil: dateSchema.nullable(),
  tags: z.array(z.string()),
  /** Rises with every act on it; send it back as `expectedVersion`. */
  version: z.number().int().positive(),
})
export type AreaView = z.infer<typeof areaViewSchema>

/** GET /api/v1/areas → parents before children. */
export const areaQuerySchema = z.object({
  /** Those that are no more as well. */
  closed: z.enum(['true', 'false']).default('false'),
  /** Codes as on this day; today without it. */
  on: dateSchema.optional(),
})
export const areaListSchema = z.object({
  areas: z.array(areaViewSchema),
  /** Rises with every act on any area. */
  version: z.number().int().nonnegative(),
})

/** GET /api/v1/areas/search: by name, former name, alias or code. */
export const areaSearchQuerySchema = areaQuerySchema.extend({
  /** Accent-insensitive: "dak doa" finds "Đak Đoa". */
  q: z.string().max(100).default(''),
  cursor: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const areaPageSchema = z.object({
  areas: z.array(areaViewSchema.extend({ place: z.string() })),
  nextCursor: z.string().nullable(),
})

/** GET /api/v1/areas/by-code: codes are reused, so a code needs a day. */
export const areaByCodeQuerySchema = z.object({
  code: areaCodeSchema,
  on: dateSchema.optional(),
})

/** `from` null: since before anything that is written down. */
const intervalSchema = z.object({
  from: dateSchema.nullable(),
  until: dateSchema.nullable(),
})
const relatedAreaSchema = z.object({
  areaId: idSchema,
  name: z.string(),
  on: dateSchema,
  /** Only a part of it went there. */
  partial: z.boolean(),
})

/** GET /api/v1/areas/:id */
export const areaDetailsSchema = areaViewSchema.extend({
  parentName: z.string().nullable(),
  validFrom: dateSchema.nullable(),
  names: z.array(intervalSchema.extend({ name: z.string() })),
  codes: z.array(
    intervalSchema.extend({
      code: z.string(),
      /** Who else ever had this code, with the time. */
      alsoOf: z.array(
        intervalSchema.extend({ areaId: idSchema, name: z.string() }),
      ),
    }),
  ),
  aliases: z.array(z.string()),
  mergedInto: z.array(relatedAreaSchema),
  mergedFrom: z.array(relatedAreaSchema),
  may: z.object({
    /** Aliases, tags and what stands below it. */
    furnish: z.boolean(),
    /** Name, code, place and end. */
    govern: z.boolean(),
  }),
})
export type AreaDetails = z.infer<typeof areaDetailsSchema>

const expectedVersion = z.number().int().positive()

/** POST /api/v1/areas */
export const newAreaSchema = z.object({
  parentId: idSchema,
  kind: areaKindSchema,
  name: areaNameSchema,
  code: areaCodeSchema.optional(),
  /** First day of the area and of its code. */
  from: dateSchema.optional(),
  aliases: z.array(areaNameSchema).max(30).default([]),
  tags: z.array(areaTagSchema).max(30).default([]),
})

/** PUT /api/v1/areas/:id: what people call it and mark it with. */
export const changeAreaSchema = z.object({
  expectedVersion,
  kind: areaKindSchema,
  aliases: z.array(areaNameSchema).max(30),
  tags: z.array(areaTagSchema).max(30),
})
/** POST /api/v1/areas/:id/rename: the former name stays findable. */
export const renameAreaSchema = z.object({
  expectedVersion,
  name: areaNameSchema,
  from: dateSchema,
})
/** POST /api/v1/areas/:id/code: null when it has none any more. */
export const recodeAreaSchema = z.object({
  expectedVersion,
  code: areaCodeSchema.nullable(),
  from: dateSchema,
})
/** POST /api/v1/areas/:id/move */
export const moveAreaSchema = z.object({ expectedVersion, parentId: idSchema })
/** POST /api/v1/areas/:id/close: it is no more, and nothing takes its place. */
export const closeAreaSchema = z.object({ expectedVersion, on: dateSchema })
/** POST /api/v1/areas/:id/merge: these become part of this one. */
export const mergeAreasSchema = z.object({
  expectedVersion,
  on: dateSchema,
  from: z
    .array(
      z.object({
        areaId: idSchema,
        expectedVersion,
        /** Only a part comes over; the rest stays as it is. */
        partial: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
})

/** GET /api/v1/areas/:id/left-behind: what still belongs to a merged area. */
export const leftBehindSchema = z.object({
  heirs: z.array(relatedAreaSchema),
  screens: z.array(z.object({ id: idSchema, name: z.string() })),
  people: z.array(
    z.object({ grantId: z.string(), name: z.string(), role: z.string() }),
  ),
  bulletins: z.array(z.object({ id: idSchema, title: z.string() })),
})
/** POST /api/v1/areas/:id/follow: a person decides what goes where. */
export const followMergeSchema = z.object({
  toAreaId: idSchema,
  screenIds: z.array(idSchema).max(2000),
  grantIds: z.array(z.string().max(60)).max(2000),
  bulletinIds: z.array(idSchema).max(2000),
})

/** GET /api/v1/areas/export */
export const areaExportQuerySchema = exportQuerySchema.extend({
  /** Those that are no more as well. */
  closed: z.enum(['true', 'false']).default('false'),
})
