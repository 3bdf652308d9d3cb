import { z } from 'zod'
import { instantSchema, publicJwkSchema } from './primitives.js'

/**
 * The keys that may seal, sealed itself by the organisation's root key, which
 * a screen pins when it is paired. Rotating a seal key is one new keyring.
 */
export const keyringSchema = z.object({
  kind: z.literal('keyring'),
  protocol: z.number().int().positive(),
  number: z.number().int().positive(),
  issuedAt: instantSchema,
  organisation: z.string().max(200),
  keys: z
    .array(
      z.object({
        kid: z.string().min(1).max(80),
        key: publicJwkSchema,
        notBefore: instantSchema,
        notAfter: instantSchema,
      }),
    )
    .min(1)
    .max(20),
})
export type Keyring = z.infer<typeof keyringSchema>
