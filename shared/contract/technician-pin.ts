import { z } from 'zod'

/** Digits only: every keyboard has them, whatever its layout. */
export const technicianPinSchema = z.string().regex(/^\d{6,12}$/)

/**
 * A PIN as a manifest carries it: PBKDF2 with HMAC-SHA-512, the rounds, the
 * salt and the sum.
 */
export const pinHashSchema = z
  .string()
  .regex(/^pbkdf2-sha512:\d{6,7}:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{43}$/)
