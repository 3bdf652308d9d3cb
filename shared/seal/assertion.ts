import { decodeJwt, errors, importJWK, jwtVerify, SignJWT } from 'jose'
import type { PublicJwk } from '../contract/primitives.js'
import {
  ASSERTION_AUDIENCE,
  ASSERTION_MAX_SECONDS,
} from '../contract/screen-link.js'
import { SEAL_ALGORITHM, type Signer } from './seal.js'

/**
 * How a screen says who it is at every door of the CMS: a short JWT signed by
 * its own key, so that no password ever lies on a box in a public hall.
 */

/** How far a screen's clock may be off before we call it the clock's fault. */
export const CLOCK_TOLERANCE_SECONDS = 60

/**
 * A JWT of `subject` (screen id, or pairing id before pairing), valid for
 * `seconds` (default and most: 300) from `now` (ms). `jti` makes it one-time
 * for doors that remember.
 */
export async function signAssertion(opts: {
  subject: string
  signer: Signer
  now: number
  jti: string
  seconds?: number
}): Promise<string> {
  const { kty, crv, x, d } = opts.signer.key
  const issued = Math.floor(opts.now / 1000)
  const seconds = Math.min(
    opts.seconds ?? ASSERTION_MAX_SECONDS,
    ASSERTION_MAX_SECONDS,
  )
  return new SignJWT()
    .setProtectedHeader({
      alg: SEAL_ALGORITHM,
      kid: opts.signer.kid,
      typ: 'JWT',
    })
    .setIssuer(opts.subject)
    .setSubject(opts.subject)
    .setAudience(ASSERTION_AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(issued + seconds)
    .setJti(opts.jti)
    .sign(await importJWK({ kty, crv, x, d }, SEAL_ALGORITHM))
}

/** Whom a token claims to be, unverified: only to look up the key. */
export function readAssertionSubject(token: string): string | null {
  try {
    const { sub } = decodeJwt(token)
    return typeof sub === 'string' && sub.length <= 80 ? sub : null
  } catch {
    // Not a JWT at all: the caller answers the same as for an unknown screen.
    return null
  }
}

export type AssertionVerdict =
  | { ok: true; jti: string; expiresAt: number }
  | { ok: false; reason: 'bad_seal' | 'expired' | 'clock' | 'malformed' }

/**
 * Checks an assertion against the key we hold for `subject` at `now` (ms).
 * `clock`: it was signed in our future, so the screen's clock is wrong.
 * Never throws for bad input. `expiresAt` is in milliseconds.
 */
export async function verifyAssertion(
  token: string,
  opts: { key: PublicJwk; subject: string; now: number },
): Promise<AssertionVerdict> {
  try {
    const { kty, crv, x } = opts.key
    const { payload } = await jwtVerify(
      token,
      await importJWK({ kty, crv, x }, SEAL_ALGORITHM),
      {
        algorithms: [SEAL_ALGORITHM],
        audience: ASSERTION_AUDIENCE,
        issuer: opts.subject,
        subject: opts.subject,
        requiredClaims: ['iat', 'exp', 'jti'],
        currentDate: new Date(opts.now),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      },
    )
    const { iat, exp, jti } = payload
    if (iat === undefined || exp === undefined || typeof jti !== 'string') {
      return { ok: false, reason: 'malformed' }
    }
    if (iat * 1000 > opts.now + CLOCK_TOLERANCE_SECONDS * 1000) {
      return { ok: false, reason: 'clock' }
    }
    if (exp - iat > ASSERTION_MAX_SECONDS || exp <= iat || jti.length > 80) {
      return { ok: false, reason: 'malformed' }
    }
    return { ok: true, jti, expiresAt: exp * 1000 }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): 'bad_seal' | 'expired' | 'malformed' {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'bad_seal'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'bad_seal'
  // Somebody else's audience, issuer or subject: not a word of this screen.
  if (
    error instanceof errors.JWTClaimValidationFailed &&
    error.reason === 'check_failed'
  ) {
    return 'bad_seal'
  }
  return 'malformed'
}
