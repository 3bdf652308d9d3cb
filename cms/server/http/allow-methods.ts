/** Paths that are there, asked in a way they do not know (RFC 9110 §15.5.6). */
import type { RequestHandler } from 'express'
import { ENDPOINTS, type Endpoint } from '../../../shared/contract/endpoints.js'
import { AppError } from '../../../shared/kernel/app-error.js'

/** Beside the table: under /api/v1. */
const OTHERS: readonly Pick<Endpoint, 'method' | 'path'>[] = [
  { method: 'GET', path: '/openapi.json' },
  { method: 'GET', path: '/reference' },
  { method: 'GET', path: '/files/:sha256' },
  { method: 'GET', path: '/bundles' },
  { method: 'POST', path: '/auth/sign-in/username' },
  { method: 'POST', path: '/auth/sign-in/code' },
  { method: 'POST', path: '/auth/sign-in/recovery-code' },
  { method: 'POST', path: '/auth/sign-in/passkey-options' },
  { method: 'POST', path: '/auth/sign-in/passkey' },
  { method: 'POST', path: '/auth/sign-out' },
]

const KNOWN = [...Object.values<Endpoint>(ENDPOINTS), ...OTHERS].map(
  ({ method, path }) => ({
    method,
    shape: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`),
  }),
)

/**
 * The last handler under /api/v1: answers OPTIONS, and `request.wrong_method`
 * with Allow for a path that other methods know. All of it is in the public
 * OpenAPI document, so it tells nothing.
 */
export function refuseMethods(): RequestHandler {
  return (request, response, next) => {
    const methods = new Set<string>()
    for (const { method, shape } of KNOWN) {
      if (!shape.test(request.path)) continue
      methods.add(method)
      if (method === 'GET') methods.add('HEAD')
    }
    if (methods.size === 0 || methods.has(request.method)) {
      next()
      return
    }
    const allow = [...methods].sort()
    response.setHeader('Allow', ['OPTIONS', ...allow].join(', '))
    if (request.method === 'OPTIONS') {
      response.status(204).end()
      return
    }
    next(new AppError('request.wrong_method', { allow }))
  }
}
