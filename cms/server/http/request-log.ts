import type { RequestHandler } from 'express'
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import { requestIdOf } from './request-id.js'

/**
 * One line per answered request: never its query, headers or body, which may
 * hold what people typed. Screens and health checks come often: debug.
 */
export function logRequests(log: Log, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const startedAt = clock.now()
    // Routers change `path` while they work; the line names the whole one.
    const { path } = request
    response.once('close', () => {
      const line = {
        requestId: requestIdOf(request),
        method: request.method,
        path,
        status: response.statusCode,
        ms: clock.now() - startedAt,
        address: request.ip,
        ...(response.writableFinished ? {} : { aborted: true }),
      }
      const quiet = !path.startsWith('/api/') || request.method === 'GET'
      if (quiet && response.statusCode < 400)
        log.debug(line, 'request answered')
      else log.info(line, 'request answered')
    })
    next()
  }
}
