import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

const ids = new WeakMap<IncomingMessage, string>()

/** Gives each request an id of ours; it is in logs, problems and the answer. */
export function giveRequestId(): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID()
    ids.set(request, id)
    response.setHeader('X-Request-Id', id)
    next()
  }
}

export function requestIdOf(request: IncomingMessage): string {
  return ids.get(request) ?? 'none'
}
