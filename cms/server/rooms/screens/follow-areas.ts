import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from './announcer.port.js'
import type { ProgrammeKeeper } from './programme.port.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'listBelow'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
}

/**
 * After an act on areas: what stands below them may be in or out of an
 * audience now, and says another agency's name in its header.
 */
export async function followAreas(
  deps: Deps,
  areaIds: readonly string[],
): Promise<void> {
  const below = new Set((await deps.areas.listBelow(areaIds)).map((a) => a.id))
  const placed = await deps.screens.listPlaced()
  await deps.programme.refresh(
    placed.filter(({ areaId }) => below.has(areaId)).map(({ id }) => id),
  )
  for (const id of areaIds) deps.announcer.tellConsoles('areas:changed', id)
}
