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

function settings(publicUrl: string | null, maxAge: number): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl?.startsWith('https:') === true,
    path: '/api/v1',
    maxAge,
  }
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
  response.cookie(DEVICE, device, settings(publicUrl, 365 * DAY_MS))
  return hashOf(device)
}

export function giveChallenge(
  response: Response,
  challengeId: string,
  publicUrl: string | null,
): void {
  response.cookie(CHALLENGE, challengeId, settings(publicUrl, 5 * 60_000))
}

export function challengeOf(request: Request): string {
  return cookieOf(request, CHALLENGE) ?? ''
}

/**
 * The site passkeys are for, as the browser sees it: the origin of the page,
 * which the door has found to be one of our own (http/origin.ts).
 */
export function siteOf(request: Request, publicUrl: string | null): Site {
  const sent = request.headers.origin ?? ''
  const own = publicUrl ?? `http://${request.headers.host ?? 'localhost'}`
  const origin = URL.canParse(sent) ? sent : own
  return { name: new URL(origin).hostname, origin }
}

function hashOf(device: string): string {
  return createHash('sha256').update(device).digest('hex')
}
