import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { AppError } from '../../../shared/kernel/app-error.js'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a browser sent this from one of our own pages: its Origin names the
 * host it is talking to, or the public address. Programs send no Origin and
 * no Sec-Fetch-Site; they hold no cookie that another site could borrow.
 */
export function isOwnOrigin(
  request: IncomingMessage,
  publicUrl: string | null,
): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined)
    return site === undefined || site === 'same-origin' || site === 'none'
  if (publicUrl !== null && origin === publicUrl) return true
  return origin === `http://${host}` || origin === `https://${host}`
}

/** Refuses what another site's page sent: `request.wrong_origin`. */
export function requireOwnOrigin(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    if (SAFE.has(request.method) || isOwnOrigin(request, publicUrl)) next()
    else next(new AppError('request.wrong_origin'))
  }
}
