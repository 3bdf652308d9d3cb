import compression from 'compression'
import type { RequestHandler, Response } from 'express'

/**
 * gzip or Brotli of answers and console files. Never of a part (Range), and
 * never of an answer with a strong tag: that tag names exactly these bytes
 * (RFC 9110 §8.8.3.3), and files and sealed bytes are compared by it.
 */
export function compress(): RequestHandler {
  return compression({
    threshold: 1024,
    filter: (request, response) =>
      isWhole(response as Response) && compression.filter(request, response),
  })
}

function isWhole(response: Response): boolean {
  const tag = response.getHeader('ETag')
  const isStrong = typeof tag === 'string' && !tag.startsWith('W/')
  return (
    !isStrong &&
    response.statusCode !== 206 &&
    !response.hasHeader('Content-Range')
  )
}
