import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  publicJwkSchema,
  sealedSchema,
  sha256Schema,
} from '../../shared/contract/primitives.js'
import { asRunSchema } from '../../shared/contract/receipt.js'
import type { Identity, Journal, SavedState } from '../core/saved-state.js'

const keptManifestSchema = z.object({
  number: z.number().int().positive(),
  sealed: sha256Schema,
})

const noticeWordSchema = z.object({
  noticeId: idSchema,
  version: z.number().int().positive(),
  expiresAt: instantSchema,
  received: instantSchema.nullable(),
  shown: instantSchema.nullable(),
  slide: sha256Schema.nullable(),
  ended: instantSchema.nullable(),
})

/** What the disk may give back; anything else is as if it were not there. */
export const identitySchema: z.ZodType<Identity> = z.object({
  publicKey: publicJwkSchema,
  privateKey: publicJwkSchema.extend({ d: z.string().min(40).max(60) }),
  pairing: z
    .object({
      screenId: idSchema,
      screenName: z.string().max(200),
      organisation: z.string().max(200),
      rootKey: publicJwkSchema,
    })
    .nullable(),
})

export const savedStateSchema: z.ZodType<SavedState> = z.object({
  format: z.literal(1),
  keyring: sealedSchema.nullable(),
  highestKeyring: z.number().int().nonnegative(),
  keyringFile: sha256Schema.optional(),
  current: keptManifestSchema.nullable(),
  previous: keptManifestSchema.nullable(),
  highestManifest: z.number().int().nonnegative(),
  etag: z.string().max(200).nullable(),
  orders: z.array(
    z.object({ kind: z.enum(['notice', 'recall']), sealed: sha256Schema }),
  ),
  noticeWords: z.array(noticeWordSchema),
  receipts: z.array(sealedSchema),
})

export const journalSchema: z.ZodType<Journal> = z.object({
  format: z.literal(1),
  asRun: z.array(asRunSchema),
  clock: z.object({
    offsetMs: z.number(),
    lastKnown: z.number(),
    fromCms: z.boolean(),
  }),
  confirmedAt: z.number().optional(),
})
