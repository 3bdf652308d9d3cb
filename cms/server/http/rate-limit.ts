import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from '../../../shared/kernel/app-error.js'

const MINUTE = 60_000

/** How many tries; tests make them small or large. */
export type Limits = {
  /** Failed sign-ins per address and user name, in 5 minutes. */
  signIn: number
  /** Failed sign-ins per address, in 5 minutes. */
  signInPerAddress: number
  /** Requests per address and minute, over the API. */
  api: number
}
export const LIMITS: Limits = { signIn: 8, signInPerAddress: 60, api: 3000 }

/**
 * Slows guessing of passwords. Counted per address *and* name, so that a
 * stranger who keeps failing cannot lock the real person out elsewhere.
 */
export function limitSignIn(limits: Limits): RequestHandler[] {
  const settings = {
    windowMs: 5 * MINUTE,
    skipSuccessfulRequests: true,
  }
  return [
    limiter({ ...settings, limit: limits.signInPerAddress }),
    limiter({
      ...settings,
      limit: limits.signIn,
      keyGenerator: (request) => {
        const { username } = (request.body ?? {}) as { username?: unknown }
        const name = String(username).trim().toLowerCase().slice(0, 100)
        return `${ipKeyGenerator(request.ip ?? '')} ${name}`
      },
    }),
  ]
}

export function limitApi(limits: Limits): RequestHandler {
  return limiter({ windowMs: MINUTE, limit: limits.api })
}

function limiter(options: Parameters<typeof rateLimit>[0]): RequestHandler {
  return rateLimit({
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ...options,
    handler: (_request, _response, next, { windowMs }) => {
      next(new AppError('request.too_many', { seconds: windowMs / 1000 }))
    },
  })
}
