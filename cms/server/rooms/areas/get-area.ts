import type { z } from 'zod'
import type {
  AreaDetails,
  areaByCodeQuerySchema,
} from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from './area.repository.js'
import { todayOf } from './area.rules.js'
import { areaDetails } from './area.view.js'
import { holdsOn } from './interval.rules.js'
import { readArea } from './keep-area.js'

type Deps = {
  clock: Clock
  areas: Pick<
    AreaRepository,
    'find' | 'listRecords' | 'listMerges' | 'listByCode' | 'listBelow' | 'names'
  >
  /** Screens that stand in each area itself, not below it. */
  countScreensByArea(): Promise<ReadonlyMap<string, number>>
}

/** One area through time. Throws area.not_found. */
export async function getArea(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<AreaDetails> {
  requireMay(actor, 'area.read')
  const area = await readArea(deps.areas, id)
  const merges = await deps.areas.listMerges([id])
  const holders = new Map<
    string,
    Awaited<ReturnType<AreaRepository['listByCode']>>
  >()
  for (const { code } of area.codes)
    holders.set(code, await deps.areas.listByCode(code))
  const names = await deps.areas.names([
    ...area.path,
    ...merges.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...[...holders.values()].flat().map(({ areaId }) => areaId),
  ])
  const own = await deps.countScreensByArea()
  const below = await deps.areas.listBelow([id])
  return areaDetails(actor, area, {
    day: todayOf(deps.clock),
    screenCount: below.reduce((sum, one) => sum + (own.get(one.id) ?? 0), 0),
    merges,
    holders,
    nameOf: (areaId) => names.get(areaId) ?? areaId,
  })
}

/** Who had the code on the day; today without one. Throws area.not_found. */
export async function findAreaByCode(
  deps: Deps,
  actor: Actor,
  query: z.output<typeof areaByCodeQuerySchema>,
): Promise<AreaDetails> {
  requireMay(actor, 'area.read')
  const day = query.on ?? todayOf(deps.clock)
  const holder = (await deps.areas.listByCode(query.code)).find((span) =>
    holdsOn(span, day),
  )
  if (holder === undefined)
    throw new AppError('area.not_found', { code: query.code, day })
  return getArea(deps, actor, holder.areaId)
}
