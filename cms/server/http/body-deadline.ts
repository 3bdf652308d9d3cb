import type { RequestHandler } from 'express'
import { AppError } from '../../../shared/kernel/app-error.js'

/**
 * Cuts off who sends a body of words drop by drop: `request.too_slow`. Uploads
 * of films have the whole time of the server instead.
 */
export function bodyDeadline(ms: number): RequestHandler {
  return (request, response, next) => {
    if (request.is('multipart/form-data')) {
      next()
      return
    }
    const timer = setTimeout(() => {
      if (request.complete || response.headersSent) return
      // The rest of the body is not waited for, by anybody.
      for (const event of ['data', 'end', 'error', 'aborted', 'close'])
        request.removeAllListeners(event)
      request.on('error', () => undefined)
      response.setHeader('Connection', 'close')
      response.once('finish', () => request.destroy())
      next(new AppError('request.too_slow'))
    }, ms)
    timer.unref()
    const stop = () => clearTimeout(timer)
    request.once('end', stop)
    request.once('close', stop)
    next()
  }
}
