import { z } from 'zod'

/*
 * A CAP 1.2 alert as we understand it (OASIS Common Alerting Protocol 1.2,
 * 01 July 2010, section 3.2). Names are the standard's; what it lets repeat is
 * a list here.
 */

/** With seconds and an offset, as 3.3.2 asks; `Z` is taken too. */
const capTimeSchema = z.iso.datetime({ offset: true })

/** 3.2.1: no spaces, commas or restricted characters. */
const capNameSchema = z
  .string()
  .max(300)
  .regex(/^[^\s,<&]+$/u)

const textSchema = (max: number) => z.string().trim().max(max)

export const capCategorySchema = z.enum([
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
])

export const capResponseSchema = z.enum([
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
])
export type CapResponse = z.infer<typeof capResponseSchema>

const pairSchema = z.object({
  valueName: textSchema(200),
  value: textSchema(2000),
})

/** WGS 84, degrees. */
export const capPointSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
})
export type CapPoint = z.infer<typeof capPointSchema>

export const capAreaSchema = z.object({
  areaDesc: textSchema(1000).min(1),
  /** Closed rings of at least four points. */
  polygons: z.array(z.array(capPointSchema).min(4).max(2000)).max(100),
  circles: z
    .array(z.object({ centre: capPointSchema, radiusKm: z.number().min(0) }))
    .max(100),
  geocodes: z.array(pairSchema).max(1000),
})
export type CapArea = z.infer<typeof capAreaSchema>

export const capInfoSchema = z.object({
  language: z.string().max(35).default('en-US'),
  categories: z.array(capCategorySchema).min(1),
  event: textSchema(300).min(1),
  responseTypes: z.array(capResponseSchema),
  urgency: z.enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown']),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
  effective: capTimeSchema.optional(),
  onset: capTimeSchema.optional(),
  expires: capTimeSchema.optional(),
  senderName: textSchema(300).optional(),
  headline: textSchema(500).optional(),
  description: textSchema(20_000).optional(),
  instruction: textSchema(20_000).optional(),
  web: textSchema(1000).optional(),
  contact: textSchema(300).optional(),
  parameters: z.array(pairSchema).max(200),
  areas: z.array(capAreaSchema).max(500),
})
export type CapInfo = z.infer<typeof capInfoSchema>

/** An earlier message: `sender,identifier,sent`. */
export const capReferenceSchema = z.object({
  sender: z.string(),
  identifier: z.string(),
  sent: capTimeSchema,
})
export type CapReference = z.infer<typeof capReferenceSchema>

export const capAlertSchema = z.object({
  identifier: capNameSchema,
  sender: capNameSchema,
  sent: capTimeSchema,
  status: z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']),
  msgType: z.enum(['Alert', 'Update', 'Cancel', 'Ack', 'Error']),
  scope: z.enum(['Public', 'Restricted', 'Private']),
  references: z.array(capReferenceSchema).max(200),
  infos: z.array(capInfoSchema).max(20),
})
export type CapAlert = z.infer<typeof capAlertSchema>

/** What names a message among all of the world: 3.2.1. */
export function capKey(of: {
  sender: string
  identifier: string
  sent: string
}): string {
  return `${of.sender},${of.identifier},${new Date(of.sent).toISOString()}`
}
