import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { AppError } from '../../../shared/kernel/app-error.js'

const MINUTE = 60_000

/** How many tries; tests make them small or large. */
export type Limits = {
  /** Failures per address and user name before one has to wait. */
  signIn: number
  /** Failures per address, whatever the name, before one has to wait. */
  signInPerAddress: number
  /** Requests per address and minute, over the API. */
  api: number
}
export const LIMITS: Limits = { signIn: 8, signInPerAddress: 60, api: 3000 }

export function limitApi(limits: Limits): RequestHandler {
  return limiter({ windowMs: MINUTE, limit: limits.api })
}

function limiter(options: Parameters<typeof rateLimit>[0]): RequestHandler {
  return rateLimit({
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // `request.ip` is our own (caller.ts); its guesses about proxies are moot.
    validate: false,
    ...options,
    handler: (_request, _response, next, { windowMs }) => {
      next(new AppError('request.too_many', { seconds: windowMs / 1000 }))
    },
  })
}
