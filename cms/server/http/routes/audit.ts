import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AuditProof } from '../../../../shared/contract/api/audit.js'
import {
  exportAudit,
  listAudit,
  proveAudit,
} from '../../rooms/audit/list-audit.js'
import { changeRetention, showRetention } from '../../rooms/audit/retention.js'
import type { ChainVerdict } from '../../rooms/audit/verify-chain.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listAudit>[0] &
  Parameters<typeof proveAudit>[0] &
  Parameters<typeof changeRetention>[0]

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
  route('proveAudit', async ({ actor }) =>
    proofOf(await proveAudit(deps, actor)),
  )
  route('getAuditRetention', ({ actor }) => showRetention(deps, actor))
  route('changeAuditRetention', ({ actor, body }) =>
    changeRetention(deps, actor, body),
  )
}

/** The verdict as the API tells it. */
export function proofOf(verdict: ChainVerdict): AuditProof {
  if (verdict.ok) return { ...verdict, brokenAt: null, reason: null }
  const { brokenAt, reason } = verdict
  return {
    ok: false,
    lines: Math.max(0, brokenAt - 1),
    ...{ from: 1, checkpoints: 0, sealedUpTo: 0 },
    brokenAt,
    reason,
  }
}
