import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  sealedSchema,
  sha256Schema,
} from './primitives.js'
import { asRunSchema } from './receipt.js'

/*
 * A programme that travels by hand. One file: the magic line, the length of
 * the header in eight hex digits and a newline, the header as JSON, then the
 * files, one after another in the header's order. Nothing in it is believed
 * because it is there: manifests and keyrings carry their seals, files are
 * their hashes.
 */
export const BUNDLE_MAGIC = 'BANGTIN1\n'
/** Magic, eight hex digits, newline. */
export const BUNDLE_PREFIX_BYTES = BUNDLE_MAGIC.length + 9
export const BUNDLE_EXTENSION = '.bangtin'
/** A header of a province's screens fits; anything longer is no bundle. */
export const BUNDLE_MOST_HEADER_BYTES = 128 * 1024 * 1024

export const bundleHeaderSchema = z.object({
  kind: z.literal('bundle'),
  format: z.literal(1),
  madeAt: instantSchema,
  screens: z
    .array(
      z.object({
        screenId: idSchema,
        screenName: z.string().max(200),
        manifest: sealedSchema,
        keyring: sealedSchema,
      }),
    )
    .min(1)
    .max(5000),
  files: z
    .array(
      z.object({
        sha256: sha256Schema,
        sizeBytes: z.number().int().nonnegative(),
      }),
    )
    .max(50_000),
})
export type BundleHeader = z.infer<typeof bundleHeaderSchema>

/**
 * What a screen without a network says, carried home on the same stick: a JWS
 * signed by the screen. `id` lets the CMS take it once.
 */
export const homecomingSchema = z.object({
  kind: z.literal('homecoming'),
  protocol: z.number().int().positive(),
  id: idSchema,
  screenId: idSchema,
  at: instantSchema,
  manifestNumber: z.number().int().nonnegative(),
  receipts: z.array(sealedSchema).max(5000),
  asRun: z.array(asRunSchema).max(6000),
})
export type Homecoming = z.infer<typeof homecomingSchema>

export const HOMECOMING_EXTENSION = '.bangtin-ve'

/** What the glass says of a stick. */
export const bundleNoteSchema = z.enum([
  'reading',
  'taken',
  'same',
  'not_paired',
  'wrong_screen',
  'bad_seal',
  'older',
  'truncated',
  'damaged',
  'unreadable',
  'disk_full',
  'too_new',
])
export type BundleNote = z.infer<typeof bundleNoteSchema>
