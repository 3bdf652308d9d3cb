/**
 * How often one may ask: per address before anything else, then per person or
 * per token once it is known who calls (RFC 6585 §4, the RateLimit fields).
 */
import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Actor } from '../rooms/accounts/actor.js'
import type { RateBook } from './rate-book.js'

/** How many tries; tests make them small or large. */
export type Limits = {
  /** Failures per address and user name before one has to wait. */
  signIn: number
  /** Failures per address, whatever the name, before one has to wait. */
  signInPerAddress: number
  /** Requests per address and minute, over the API: an office behind one. */
  api: number
  /** Requests per person and minute. */
  perPerson: number
  /** Requests per API token and minute. */
  perToken: number
}
export const LIMITS: Limits = {
  signIn: 8,
  signInPerAddress: 60,
  api: 3000,
  perPerson: 1200,
  perToken: 600,
}

/** IPv6: a household or an office has a network, not an address. */
const IPV6_BITS = 56

export function limitApi(limits: Limits, book: RateBook): RequestHandler {
  return (request, response, next) => {
    const address = request.ip ?? ''
    const key = address.includes(':')
      ? ipKeyGenerator(address, IPV6_BITS)
      : address
    take(book, response, { name: 'address', key, limit: limits.api })
    next()
  }
}

/** Throws `request.too_many`. The operator of the machine is not counted. */
export type LimitCaller = (actor: Actor, request: Request) => void

export function createLimitCaller(limits: Limits, book: RateBook): LimitCaller {
  return ({ kind, id, tokenId }, { res }) => {
    if (kind === 'machine' || res === undefined) return
    const counted =
      tokenId === undefined
        ? { name: 'person', key: id, limit: limits.perPerson }
        : { name: 'token', key: tokenId, limit: limits.perToken }
    take(book, res, counted)
  }
}

function take(
  book: RateBook,
  response: Response,
  counted: { name: string; key: string; limit: number },
): void {
  const { name, key, limit } = counted
  const { hits, resetMs } = book.count(`${name}:${key}`)
  const seconds = Math.ceil(resetMs / 1000)
  const left = Math.max(0, limit - hits)
  // The narrower one, which is asked later, is the one that is told.
  response.setHeader('RateLimit-Policy', `"${name}";q=${limit};w=60`)
  response.setHeader('RateLimit', `"${name}";r=${left};t=${seconds}`)
  if (hits > limit) throw new AppError('request.too_many', { seconds })
}
