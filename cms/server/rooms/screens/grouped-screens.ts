import type { Clock } from '../../../../shared/kernel/clock.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from './area-tree.js'
import type { GroupRepository } from './group.repository.js'
import { groupsByScreen, type GroupedScreen } from './group.rules.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  groups: Pick<GroupRepository, 'list'>
  clock: Clock
}

/**
 * Screens that know which groups they are in at the moment they are read: a
 * programme is always made of today's members, by list or by rule.
 */
export function groupedScreens(
  screens: ScreenRepository,
  deps: Deps,
): ScreenRepository {
  const grouped = async <S extends { id: string }>(
    found: S[],
    factsOf: (screen: S) => GroupedScreen,
  ): Promise<S[]> => {
    if (found.length === 0) return found
    const groups = await deps.groups.list()
    if (groups.length === 0) return found
    const tree = await loadAreaTree(deps)
    const ids = groupsByScreen(groups, found.map(factsOf), tree)
    return found.map((screen) => ({ ...screen, groupIds: ids.get(screen.id) }))
  }
  return {
    ...screens,
    listPlaced: async () =>
      grouped(await screens.listPlaced(), (screen) => screen),
    listByIds: async (ids) =>
      grouped(await screens.listByIds(ids), ({ id, areaId, settings }) => ({
        id,
        areaId,
        languages: settings.languages,
        orientation: settings.orientation,
      })),
  }
}
