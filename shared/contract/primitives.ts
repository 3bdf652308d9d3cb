import { z } from 'zod'

/** Ids are ours, short and unguessable: 20 characters of Crockford base 32. */
export const idSchema = z.string().regex(/^[0-9a-z_-]{4,40}$/i)

/** Lower-case hex SHA-256. Files are named by it. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** An instant: ISO-8601 in UTC with a Z. */
export const instantSchema = z.iso.datetime({ offset: false })

/** A calendar date, yyyy-MM-dd (people see dd/MM/yyyy). */
export const dateSchema = z.iso.date()

/** BCP 47 tags of the languages a province here writes in. */
export const languageSchema = z.enum(['vi', 'en', 'jra', 'bdq'])
export type Language = z.infer<typeof languageSchema>

export const orientationSchema = z.enum(['landscape', 'portrait'])
export type Orientation = z.infer<typeof orientationSchema>

/** Short side of the rendition class, in device pixels. */
export const resolutionClassSchema = z.enum(['1080', '2160'])
export type ResolutionClass = z.infer<typeof resolutionClassSchema>

/** TT 39/2020: thông thường, ưu tiên, khẩn cấp. */
export const prioritySchema = z.enum(['normal', 'priority', 'urgent'])
export type Priority = z.infer<typeof prioritySchema>

/** Where something may be cut: 'HH:mm', 00:00–23:59. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const endOfDaySchema = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

export const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string().max(80).optional(),
})
export type PublicJwk = z.infer<typeof publicJwkSchema>

/** A compact JWS. Its own parts are checked when it is opened. */
export const sealedSchema = z
  .string()
  .max(8_000_000)
  .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/)
