import type { AreaView } from '../../../../shared/contract/api/areas.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from './area.repository.js'

type Deps = {
  clock: Clock
  areas: Pick<AreaRepository, 'list'>
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
): Promise<{ areas: AreaView[] }> {
  requireMay(actor, 'area.read')
  const areas = await deps.areas.list(isoNow(deps.clock).slice(0, 10))
  const own = await deps.countScreensByArea()
  const total = new Map<string, number>()
  for (const area of areas)
    for (const id of area.path)
      total.set(id, (total.get(id) ?? 0) + (own.get(area.id) ?? 0))
  return {
    areas: inTreeOrder(areas).map((area) => ({
      id: area.id,
      parentId: area.parentId,
      kind: area.kind,
      name: area.name,
      code: area.code,
      screenCount: total.get(area.id) ?? 0,
    })),
  }
}

type Node = { id: string; parentId: string | null; name: string }

function inTreeOrder<T extends Node>(areas: readonly T[]): T[] {
  const children = new Map<string | null, T[]>()
  for (const area of areas) {
    const siblings = children.get(area.parentId)
    if (siblings === undefined) children.set(area.parentId, [area])
    else siblings.push(area)
  }
  const byName = new Intl.Collator('vi')
  const ordered: T[] = []
  const visit = (parentId: string | null): void => {
    const siblings = children.get(parentId) ?? []
    for (const area of siblings.sort((a, b) =>
      byName.compare(a.name, b.name),
    )) {
      ordered.push(area)
      visit(area.id)
    }
  }
  visit(null)
  return ordered
}
