/** Cookies of our own beside better-auth's session. */
import { createHash, randomBytes } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import type { Trier } from '../rooms/accounts/try-book.js'
import type { Site } from '../rooms/accounts/passkeys.js'
import { cookieOf } from './reader.js'

/** Tells a browser on which somebody has signed in before. */
const DEVICE = 'bangtin.device'
/** Joins the two halves of a passkey's ceremony. */
const CHALLENGE = 'bangtin.challenge'
const DAY_MS = 86_400_000

function settings(isSecure: boolean, maxAge: number): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/api/v1',
    maxAge,
  }
}

/** Whether the browser came to us over TLS, as far as we can know. */
export function isOverTls(request: Request, publicUrl: string | null) {
  return request.secure || publicUrl?.startsWith('https:') === true
}

/** Who tries, as far as the request tells. */
export function trierOf(request: Request): Trier {
  const device = cookieOf(request, DEVICE)
  return {
    address: request.ip ?? null,
    deviceHash: device === undefined ? null : hashOf(device),
  }
}

/** The hash of the browser's device cookie, which it gets if it has none. */
export function giveDevice(
  request: Request,
  response: Response,
  publicUrl: string | null,
): string {
  const kept = cookieOf(request, DEVICE)
  const device =
    kept !== undefined && /^[\w-]{43}$/.test(kept)
      ? kept
      : randomBytes(32).toString('base64url')
  const isSecure = isOverTls(request, publicUrl)
  response.cookie(DEVICE, device, settings(isSecure, 365 * DAY_MS))
  return hashOf(device)
}

export function giveChallenge(
  response: Response,
  challengeId: string,
  publicUrl: string | null,
): void {
  const isSecure = isOverTls(response.req, publicUrl)
  response.cookie(CHALLENGE, challengeId, settings(isSecure, 5 * 60_000))
}

export function challengeOf(request: Request): string {
  return cookieOf(request, CHALLENGE) ?? ''
}

/**
 * The site passkeys are for, as the browser sees it: the origin of the page
 * when it is one of our own, and never that of another site.
 */
export function siteOf(request: Request, publicUrl: string | null): Site {
  const sent = request.headers.origin ?? ''
  const own = publicUrl ?? `${request.protocol}://${request.host}`
  const isOurs = URL.canParse(sent) && new URL(sent).host === request.host
  const origin = isOurs ? sent : own
  return { name: new URL(origin).hostname, origin }
}

function hashOf(device: string): string {
  return createHash('sha256').update(device).digest('hex')
}
