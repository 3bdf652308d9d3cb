import type { z } from 'zod'
import type {
  AreaView,
  areaQuerySchema,
  areaSearchQuerySchema,
} from '../../../../shared/contract/api/areas.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository, AreaWithCode } from './area.repository.js'
import { todayOf } from './area.rules.js'
import { areaView } from './area.view.js'
import { inTreeOrder } from './tree-order.rules.js'

type Deps = {
  clock: Clock
  areas: Pick<AreaRepository, 'list' | 'treeVersion'>
  /** Screens that stand in each area itself, not below it. */
  countScreensByArea(): Promise<ReadonlyMap<string, number>>
}

/**
 * The whole tree, parents before children, siblings by name. Everyone signed
 * in sees the names of all areas; what happens in them is guarded elsewhere.
 */
export async function listAreas(
  deps: Deps,
  actor: Actor,
  query: z.output<typeof areaQuerySchema>,
): Promise<{ areas: AreaView[]; version: number }> {
  requireMay(actor, 'area.read')
  const version = await deps.areas.treeVersion()
  const all = await deps.areas.list(query.on ?? todayOf(deps.clock))
  const countOf = await counter(deps, all)
  return {
    areas: inTreeOrder(all)
      .filter((area) => query.closed === 'true' || area.validUntil === null)
      .map((area) => areaView(area, countOf(area.id))),
    version,
  }
}

/**
 * A page of what a person may mean: every word has to be in a name, a former
 * name, an alias or a code. `place` is what stands above it.
 */
export async function searchAreas(
  deps: Deps,
  actor: Actor,
  query: z.output<typeof areaSearchQuerySchema>,
): Promise<{
  areas: (AreaView & { place: string })[]
  nextCursor: string | null
}> {
  requireMay(actor, 'area.read')
  const all = await deps.areas.list(query.on ?? todayOf(deps.clock))
  const words = foldVietnamese(query.q).split(' ').filter(Boolean)
  const found = inTreeOrder(all).filter(
    ({ search, validUntil }) =>
      (query.closed === 'true' || validUntil === null) &&
      words.every((word) => search.includes(word)),
  )
  const after = found.findIndex(({ id }) => id === query.cursor) + 1
  const page = found.slice(after, after + query.limit)
  const countOf = await counter(deps, all)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return {
    areas: page.map((area) => ({
      ...areaView(area, countOf(area.id)),
      place: area.path
        .slice(0, -1)
        .map((id) => names.get(id) ?? '')
        .reverse()
        .join(', '),
    })),
    nextCursor:
      after + page.length < found.length ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Screens in an area and below it. */
async function counter(
  deps: Pick<Deps, 'countScreensByArea'>,
  areas: readonly AreaWithCode[],
): Promise<(areaId: string) => number> {
  const own = await deps.countScreensByArea()
  const total = new Map<string, number>()
  for (const area of areas)
    for (const id of area.path)
      total.set(id, (total.get(id) ?? 0) + (own.get(area.id) ?? 0))
  return (areaId) => total.get(areaId) ?? 0
}
