import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'

/*
 * What a person sees and changes of the own account: password, second
 * factors, sessions.
 */

const passwordSchema = z.string().min(1).max(200)
const codeSchema = z
  .string()
  .trim()
  .regex(/^\d{3}\s?\d{3}$/)
  .transform((code) => code.replace(/\s/, ''))

export const passkeyViewSchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
})
export type PasskeyView = z.infer<typeof passkeyViewSchema>

export const sessionViewSchema = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  openedAt: instantSchema,
  lastSeenAt: instantSchema,
  address: z.string().nullable(),
  /** As the browser names itself. */
  browser: z.string().nullable(),
  secondFactor: z.boolean(),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** GET /api/v1/me/account */
export const ownAccountSchema = z.object({
  authenticator: z.boolean(),
  recoveryCodesLeft: z.number().int().nonnegative(),
  passkeys: z.array(passkeyViewSchema),
  sessions: z.array(sessionViewSchema),
})
export type OwnAccount = z.infer<typeof ownAccountSchema>

/** POST /api/v1/me/password; the current one unless it is a temporary one. */
export const changePasswordSchema = z.object({
  currentPassword: z.string().max(200).optional(),
  newPassword: z.string().max(1000),
})

/** Bodies of acts that ask for the password again. */
export const withPasswordSchema = z.object({ password: passwordSchema })

/** POST /api/v1/me/authenticator: shown once, until confirmed not in force. */
export const newAuthenticatorSchema = z.object({
  /** otpauth://totp/… (Key Uri Format). */
  uri: z.string(),
  /** Base 32, for typing by hand. */
  secret: z.string(),
  /** The address as a QR code: a data: URL of an SVG. */
  qr: z.string(),
  recoveryCodes: z.array(z.string()),
})
export type NewAuthenticator = z.infer<typeof newAuthenticatorSchema>

/** POST /api/v1/me/authenticator/confirm */
export const withCodeSchema = z.object({ code: codeSchema })

/** POST /api/v1/me/recovery-codes: the old ones stop working. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) })

/** What the browser hands back from WebAuthn; read in full by the server. */
export const webAuthnAnswerSchema = z
  .object({ id: z.string().max(2000), rawId: z.string().max(2000) })
  .loose()

/** Options for the browser's WebAuthn call, as JSON (WebAuthn 3 §5.1.8). */
export const webAuthnOptionsSchema = z.object({
  options: z.record(z.string(), z.unknown()),
})

/** POST /api/v1/me/passkeys */
export const addPasskeySchema = z.object({
  name: z.string().trim().normalize('NFC').min(1).max(80),
  answer: webAuthnAnswerSchema,
})

/** POST /api/v1/me/proof: one of the three. */
export const proofSchema = z.union([
  z.strictObject({ password: passwordSchema }),
  z.strictObject({ code: codeSchema }),
  z.strictObject({ passkey: webAuthnAnswerSchema }),
])
/** Until when grave acts need no further proof. */
export const provedSchema = z.object({ until: instantSchema })

export const doneSchema = z.object({ ok: z.literal(true) })
