/** Reading the audit: a page of it, or all of it as a file. */
import type {
  AuditExportQuery,
  AuditLineView,
  AuditQuery,
} from '../../../../shared/contract/api/audit.js'
import { pageOf, readCursor } from '../../db/keyset.js'
import type { Actor } from '../accounts/actor.js'
import {
  areasWhere,
  requireMay,
  requireMayOverAll,
} from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { auditCsvHead, auditCsvLine } from './audit-csv.js'
import type { AuditLine } from './audit-chain.rules.js'
import type { AuditFilter, AuditRepository } from './audit.repository.js'
import { verifyChain, type ChainVerdict } from './verify-chain.js'

type Deps = {
  audit: Pick<AuditRepository, 'list'>
  areas: Pick<AreaRepository, 'find' | 'findRoot' | 'listBelow' | 'names'>
}
type FileDeps = {
  audit: Deps['audit']
  areas: Pick<AreaRepository, 'names'>
}
type Asked = Omit<AuditQuery, 'cursor' | 'limit'>

/**
 * Lines of the areas this person watches over, newest first. Lines that belong
 * to no area (sign-ins, settings) are for those who watch over the whole tree.
 * Throws auth.forbidden, area.not_found, request.invalid for a strange cursor.
 */
export async function listAudit(
  deps: Deps,
  actor: Actor,
  query: AuditQuery,
): Promise<{ lines: AuditLineView[]; nextCursor: string | null }> {
  const filter = await filterOf(deps, actor, 'audit.read', query)
  const [after] = readCursor(query.cursor, ['number']) ?? []
  const found = await deps.audit.list(filter, {
    after,
    limit: query.limit + 1,
    order: 'desc',
  })
  const { page, nextCursor } = pageOf(found, query.limit, (line) => [
    line.number,
  ])
  const areaIds = page.flatMap(({ areaId }) => areaId ?? [])
  const names = await deps.areas.names(areaIds)
  const lines = page.map(({ previousHash: _previous, ...line }) => ({
    ...line,
    via: line.via ?? null,
    areaName: names.get(line.areaId ?? '') ?? null,
    details: JSON.parse(line.details) as Record<string, unknown>,
  }))
  return { lines, nextCursor }
}

const CHUNK = 500

/**
 * The same lines as a file, piece by piece, oldest first. A spreadsheet reads
 * no cell of the CSV as a formula. The JSON keeps all that the hashes cover.
 */
export async function exportAudit(
  deps: Deps,
  actor: Actor,
  query: AuditExportQuery,
): Promise<AsyncGenerator<string>> {
  const filter = await filterOf(deps, actor, 'audit.export', query)
  return query.format === 'csv'
    ? auditAsCsv(deps, filter)
    : auditAsJson(deps, filter)
}

/** Walks the whole chain. Throws auth.forbidden. */
export async function proveAudit(
  deps: Parameters<typeof verifyChain>[0],
  actor: Actor,
): Promise<ChainVerdict> {
  const watched = areasWhere(actor, 'audit.read')
  if (watched.length === 0) requireMay(actor, 'audit.read')
  return verifyChain(deps)
}

/** Piece by piece, oldest first, for who may read all that the filter finds. */
export async function* auditAsCsv(
  deps: FileDeps,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield auditCsvHead()
  for await (const lines of chunks(deps, filter)) {
    const areaIds = lines.flatMap(({ areaId }) => areaId ?? [])
    const names = await deps.areas.names(areaIds)
    yield lines
      .map((line) => auditCsvLine(line, names.get(line.areaId ?? '') ?? ''))
      .join('')
  }
}

/** As `auditAsCsv`; the JSON keeps all that the hashes cover. */
export async function* auditAsJson(
  deps: FileDeps,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield '['
  let lead = '\n'
  for await (const lines of chunks(deps, filter)) {
    yield lead + lines.map((line) => JSON.stringify(line)).join(',\n')
    lead = ',\n'
  }
  yield '\n]\n'
}

async function* chunks(
  { audit }: Pick<Deps, 'audit'>,
  filter: AuditFilter,
): AsyncGenerator<AuditLine[]> {
  let after = 0
  for (;;) {
    const page = { after, limit: CHUNK, order: 'asc' } as const
    const lines = await audit.list(filter, page)
    if (lines.length > 0) yield lines
    if (lines.length < CHUNK) return
    after = lines.at(-1)?.number ?? after
  }
}

async function filterOf(
  deps: Pick<Deps, 'areas'>,
  actor: Actor,
  act: 'audit.read' | 'audit.export',
  asked: Asked,
): Promise<AuditFilter> {
  const { areaId, ...rest } = asked
  if (areaId !== undefined) {
    requireMayOverAll(actor, act, [await areaPathOf(deps, areaId)])
    return { ...rest, areaIds: await idsBelow(deps, [areaId]) }
  }
  const tops = areasWhere(actor, act)
  if (tops === 'everywhere') return { ...rest, areaIds: null }
  if (tops.length === 0) requireMay(actor, act)
  const root = await deps.areas.findRoot()
  if (root !== null && tops.includes(root.id)) return { ...rest, areaIds: null }
  return { ...rest, areaIds: await idsBelow(deps, tops) }
}

async function idsBelow(
  { areas }: Pick<Deps, 'areas'>,
  tops: readonly string[],
): Promise<string[]> {
  return (await areas.listBelow(tops)).map(({ id }) => id)
}
