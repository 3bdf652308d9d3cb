import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { AppError } from '../../../shared/kernel/app-error.js'
import { canonicalJson } from '../../../shared/kernel/canonical-json.js'

/**
 * The Idempotency-Key of a POST: 1–200 visible characters of ASCII; null when
 * there is none. Throws request.invalid for any other.
 */
export function idempotencyKeyOf(request: Request): string | null {
  const sent = request.headers['idempotency-key']
  if (sent === undefined || request.method !== 'POST') return null
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,200}$/.test(sent)) return sent
  throw new AppError('request.invalid', {})
}

/** What tells one request from another: endpoint, parameters, body, file. */
export function hashOfRequest(
  name: string,
  call: { params: unknown; query: unknown; request: Request },
): string {
  const { params, query, request } = call
  const hash = createHash('sha256').update(
    canonicalJson({ name, params, query, body: request.body as unknown }),
  )
  if (request.file?.buffer !== undefined) hash.update(request.file.buffer)
  return hash.digest('hex')
}
