/**
 * Who is calling: a person by session cookie, a program by its API token, or
 * the operator of this machine
 * by its admin token, which counts from the machine itself only.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { fromNodeHeaders } from 'better-auth/node'
import { operatorActor, type Actor } from '../rooms/accounts/actor.js'
import { findActor } from '../rooms/accounts/find-actor.js'
import {
  findTokenActor,
  type TokenDeps,
} from '../rooms/accounts/find-token-actor.js'
import type { CallerOf } from './caller.js'

export type Authenticate = (request: IncomingMessage) => Promise<Actor | null>

type Deps = Parameters<typeof findActor>[0] &
  TokenDeps & {
    adminToken: string
    callerOf: CallerOf
  }

/** Answers null when nobody is signed in; never throws for bad credentials. */
export function createAuthenticate(deps: Deps): Authenticate {
  return async (request) => {
    const { address, isLocal } = deps.callerOf(request)
    const token = bearerOf(request)
    if (token !== null) {
      if (isLocal && same(token, deps.adminToken)) return operatorActor(address)
      return findTokenActor(deps, token, address)
    }
    return findActor(deps, {
      headers: fromNodeHeaders(request.headers),
      address,
    })
  }
}

/** The token of `Authorization: Bearer …`, or null. */
export function bearerOf(request: IncomingMessage): string | null {
  const match = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')
  return match?.[1] ?? null
}

/** Hashed first, so that neither length nor time tells anything. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
