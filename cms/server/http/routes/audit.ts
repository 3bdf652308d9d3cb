import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  exportAudit,
  listAudit,
  proveAudit,
} from '../../rooms/audit/list-audit.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listAudit>[0] & Parameters<typeof proveAudit>[0]

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' }

export function auditRoutes(route: Route, deps: Deps): void {
  route('listAudit', ({ actor, query }) => listAudit(deps, actor, query))
  route('exportAudit', async ({ actor, query, response }) => {
    const pieces = await exportAudit(deps, actor, query)
    response.setHeader('Content-Type', TYPES[query.format])
    response.setHeader('Cache-Control', 'no-store')
    response.attachment(`nhat-ky.${query.format}`)
    response.setHeader('Content-Type', TYPES[query.format])
    // One who leaves early is no fault of ours.
    await pipeline(Readable.from(pieces), response).catch((error: unknown) => {
      if (!response.closed) throw error
    })
    return null
  })
  route('proveAudit', async ({ actor }) => {
    const verdict = await proveAudit(deps, actor)
    return verdict.ok
      ? { ok: true, lines: verdict.lines, brokenAt: null, reason: null }
      : {
          ok: false,
          lines: Math.max(0, verdict.brokenAt - 1),
          brokenAt: verdict.brokenAt,
          reason: verdict.reason,
        }
  })
}
