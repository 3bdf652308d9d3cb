import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  sha256Schema,
} from './primitives.js'

/** QĐ 18/2021 Điều 4: 1 light blue … 5 purple. 0: not about a disaster. */
export const riskLevelSchema = z.number().int().min(0).max(5)

/**
 * An urgent notice for an exact list of screens. Sealed once, carried inline
 * to those that are on and in the manifests of those that are off.
 */
export const noticeSchema = z.object({
  kind: z.literal('notice'),
  protocol: z.number().int().positive(),
  id: idSchema,
  /** Rises with every correction of the same notice. */
  version: z.number().int().positive(),
  issuedAt: instantSchema,
  startsAt: instantSchema,
  /**
   * Mandatory and kept by the screen; at most 24 h after `issuedAt`, or 90
   * days for a hold, which must not end because nobody was there to renew it.
   */
  expiresAt: instantSchema,
  level: riskLevelSchema,
  drill: z.boolean(),
  /**
   * Stops everything: a calm holding slide over all else, other notices
   * included, until it is lifted by a recall.
   */
  hold: z.boolean().optional(),
  title: z.string().max(300),
  issuer: z.string().max(200),
  /** The screens it is for, and no other. */
  screens: z.array(idSchema).min(1).max(20_000),
  /** In the order they alternate. One document serves both orientations. */
  slides: z
    .array(
      z.object({
        language: languageSchema,
        sha256: sha256Schema,
        sizeBytes: z.number().int().positive(),
        slotSeconds: z.number().int().min(1).max(600),
      }),
    )
    .min(1)
    .max(16),
})
export type Notice = z.infer<typeof noticeSchema>

/** A sealed order to stop showing something, kept until every screen has it. */
export const recallSchema = z.object({
  kind: z.literal('recall'),
  protocol: z.number().int().positive(),
  id: idSchema,
  issuedAt: instantSchema,
  target: z.discriminatedUnion('kind', [
    /** All versions up to and including `version`. */
    z.object({
      kind: z.literal('notice'),
      id: idSchema,
      version: z.number().int().positive(),
      /** It lifts a hold: kept until the last screen has it. */
      hold: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('release'), id: idSchema }),
  ]),
  screens: z.array(idSchema).min(1).max(20_000),
})
export type Recall = z.infer<typeof recallSchema>
