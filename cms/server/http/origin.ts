import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { CorsOrigins } from '../config/front-door.js'
import type { CallerOf } from './caller.js'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whose pages may call us. */
export type OriginRules = {
  publicUrl: string | null
  /** Other sites' pages, exact. */
  corsOrigins: CorsOrigins
  callerOf: CallerOf
}

/**
 * Whether a browser sent this from one of our own pages: its Origin names the
 * host it is talking to, or the public address. Programs send no Origin and
 * no Sec-Fetch-Site; they hold no cookie that another site could borrow.
 */
export function isOwnOrigin(
  request: IncomingMessage,
  { publicUrl, callerOf }: OriginRules,
): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined)
    return site === undefined || site === 'same-origin' || site === 'none'
  if (publicUrl !== null && origin === publicUrl) return true
  const { host } = callerOf(request)
  return origin === `http://${host}` || origin === `https://${host}`
}

/** Own pages, and those of the other sites that were named. */
export function isWelcomeOrigin(
  request: IncomingMessage,
  rules: OriginRules,
): boolean {
  if (isOwnOrigin(request, rules)) return true
  const { origin, authorization } = request.headers
  // Anybody's page: by a token it holds itself, never by a borrowed cookie.
  if (rules.corsOrigins === 'any') return authorization !== undefined
  return origin !== undefined && rules.corsOrigins.includes(origin)
}

/** Refuses what a stranger's page sent: `request.wrong_origin`. */
export function requireWelcomeOrigin(rules: OriginRules): RequestHandler {
  return (request, _response, next) => {
    if (SAFE.has(request.method) || isWelcomeOrigin(request, rules)) next()
    else next(new AppError('request.wrong_origin'))
  }
}

/** Signing in is for our own pages: `request.wrong_origin` for all others. */
export function requireOwnOrigin(rules: OriginRules): RequestHandler {
  return (request, _response, next) => {
    if (SAFE.has(request.method) || isOwnOrigin(request, rules)) next()
    else next(new AppError('request.wrong_origin'))
  }
}
