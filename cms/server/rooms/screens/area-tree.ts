import type { Area, AreaRepository } from '../areas/area.repository.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'

/** The whole tree in memory for the length of one act. */
export type AreaTree = {
  find(id: string): Area | null
  /** Ids from the root down to the area; empty for an unknown one. */
  pathOf(id: string): readonly string[]
  nameOf(id: string): string
}

/** Reads every area once: an audience asks about each screen's whole path. */
export async function loadAreaTree(deps: {
  areas: Pick<AreaRepository, 'list'>
  clock: Clock
}): Promise<AreaTree> {
  const areas = await deps.areas.list(isoNow(deps.clock).slice(0, 10))
  return areaTreeOf(areas)
}

/** The tree of these areas. */
export function areaTreeOf(areas: readonly Area[]): AreaTree {
  const byId = new Map(areas.map((area) => [area.id, area]))
  return {
    find: (id) => byId.get(id) ?? null,
    pathOf: (id) => byId.get(id)?.path ?? [],
    nameOf: (id) => byId.get(id)?.name ?? '',
  }
}
