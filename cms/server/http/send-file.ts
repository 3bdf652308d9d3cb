/**
 * Sends one content-addressed file: Range and If-Range, ETag, cached for ever.
 * Used by the console's and the screens' file routes alike.
 */
import { basename, dirname } from 'node:path'
import type { Response } from 'express'
import { findFile } from '../rooms/media/find-file.js'

/** A document opened by itself can do nothing: no scripts, no origin. */
const FILE_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
].join('; ')

/**
 * Answers with the file. Throws `file.not_found` and `file.damaged` before a
 * byte is sent; a reader who hangs up midway is no fault.
 */
export async function sendFile(
  deps: Parameters<typeof findFile>[0],
  response: Response,
  sha256: string,
): Promise<void> {
  const file = await findFile(deps, sha256)
  response.setHeader('Content-Type', file.mediaType)
  response.setHeader('ETag', `"${file.sha256}"`)
  response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
  response.setHeader('Content-Security-Policy', FILE_POLICY)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // Asked with no-cache too (as Node's fetch does): these bytes cannot change.
  const known = response.req.headers['if-none-match'] ?? ''
  if (known.includes(`"${file.sha256}"`)) {
    response.status(304).end()
    return
  }
  await new Promise<void>((resolve, reject) => {
    const options = {
      root: dirname(file.path),
      dotfiles: 'allow',
      etag: false,
      lastModified: false,
      cacheControl: false,
    } as const
    response.sendFile(basename(file.path), options, (error) => {
      if (error === undefined || response.headersSent) resolve()
      else reject(unmarked(response, error))
    })
  })
}

/** A refusal must not be kept for a year under the name of the file. */
function unmarked(response: Response, error: Error): Error {
  for (const name of ['ETag', 'Cache-Control', 'Content-Type'])
    response.removeHeader(name)
  return error
}
