import { z } from 'zod'
import { idSchema } from '../primitives.js'
import { roleSchema } from './accounts.js'

/*
 * What only the operator may do: whoever holds the admin token of the machine,
 * and only from the machine itself (`npm run admin`).
 */

/** POST /api/v1/operator/accounts → { id } */
export const operatorAccountSchema = z.object({
  userName: z.string().max(40),
  displayName: z.string().max(200),
  post: z.string().max(200).default(''),
  /** Left out: a one-time password is made. */
  password: z.string().max(200).optional(),
  grants: z
    .array(z.object({ role: roleSchema, areaId: idSchema }))
    .min(1)
    .max(20),
})
export const operatorAccountMadeSchema = z.object({
  id: idSchema,
  oneTimePassword: z.string().nullable(),
})

/** POST /api/v1/operator/passwords */
export const operatorPasswordSchema = z.object({
  userName: z.string().max(100),
  /** Left out: a one-time password is made. */
  password: z.string().max(200).optional(),
  /** Authenticator and passkeys too. */
  secondFactors: z.boolean().default(false),
})
export const operatorPasswordResetSchema = z.object({
  userName: z.string(),
  oneTimePassword: z.string().nullable(),
})

/** POST /api/v1/operator/freezes: lock an account, or open it again. */
export const operatorFreezeSchema = z.object({
  userName: z.string().max(100),
  frozen: z.boolean(),
  reason: z.string().max(300).default(''),
})
export const operatorNamedSchema = z.object({ userName: z.string() })

/** POST /api/v1/operator/backups; null on PostgreSQL, which has pg_dump. */
export const operatorBackupSchema = z.object({ path: z.string().nullable() })

/** GET /api/v1/operator/audit: the chain, walked from its first line. */
export const operatorAuditSchema = z.object({
  ok: z.boolean(),
  lines: z.number().int().nonnegative(),
  /** Number of the first line that is not what was written. */
  brokenAt: z.number().int().nullable(),
  reason: z.string().nullable(),
})
