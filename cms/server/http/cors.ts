/**
 * CORS (Fetch Standard §3.3), only for the origins that the installation
 * names. A page of any site (`*`) never gets an answer made with a cookie.
 */
import type { RequestHandler, Response } from 'express'
import { isOwnOrigin, type OriginRules } from './origin.js'

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const SENT = [
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
].join(', ')
const SHOWN = [
  'Content-Disposition',
  'ETag',
  'Idempotency-Replayed',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
].join(', ')
const PREFLIGHT_SECONDS = '600'

/** Says who may read the answer, and answers preflights. */
export function allowOrigins(rules: OriginRules): RequestHandler {
  const { corsOrigins } = rules
  const isOff = corsOrigins !== 'any' && corsOrigins.length === 0
  return (request, response, next) => {
    const { origin } = request.headers
    if (isOff) {
      next()
      return
    }
    if (corsOrigins !== 'any') response.vary('Origin')
    const isAllowed =
      origin !== undefined &&
      !isOwnOrigin(request, rules) &&
      (corsOrigins === 'any' || corsOrigins.includes(origin))
    if (!isAllowed) {
      next()
      return
    }
    allow(response, corsOrigins === 'any' ? null : origin)
    const asked = request.headers['access-control-request-method']
    if (request.method !== 'OPTIONS' || asked === undefined) {
      next()
      return
    }
    response.setHeader('Access-Control-Allow-Methods', METHODS)
    response.setHeader('Access-Control-Allow-Headers', SENT)
    response.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS)
    response.status(204).end()
  }
}

/** `origin` null: anybody, and then without credentials. */
function allow(response: Response, origin: string | null): void {
  response.setHeader('Access-Control-Allow-Origin', origin ?? '*')
  response.setHeader('Access-Control-Expose-Headers', SHOWN)
  if (origin !== null)
    response.setHeader('Access-Control-Allow-Credentials', 'true')
}
