import type { Clock } from '../../../../shared/kernel/clock.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import { screensOf, type StandingAudience } from '../screens/audience.rules.js'
import type { ScreenRepository } from '../screens/screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  clock: Clock
}

/** Ids of the screens that any of these audiences covers, each once. */
export async function affectedScreens(
  deps: Deps,
  audiences: readonly StandingAudience[],
): Promise<string[]> {
  const tree = await loadAreaTree(deps)
  const placed = await deps.screens.listPlaced()
  const ids = audiences.flatMap((audience) =>
    screensOf(audience, placed, tree.pathOf).map((screen) => screen.id),
  )
  return [...new Set(ids)]
}
