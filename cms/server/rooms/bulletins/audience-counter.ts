import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import type { PathOf, PlacedScreen } from '../screens/audience.rules.js'

/** How many screens an audience covers, for many audiences in one list. */
export function audienceCounter(
  screens: readonly PlacedScreen[],
  pathOf: PathOf,
): (audience: Audience) => number {
  const standing = screens.filter((screen) => screen.revokedAt === null)
  const known = new Set(standing.map((screen) => screen.id))
  const below = new Map<string, string[]>()
  for (const screen of standing)
    for (const areaId of pathOf(screen.areaId)) {
      const ids = below.get(areaId)
      if (ids) ids.push(screen.id)
      else below.set(areaId, [screen.id])
    }
  return (audience) => {
    const [only, ...others] = audience.areaIds
    if (only !== undefined && others.length + audience.screenIds.length === 0)
      return below.get(only)?.length ?? 0
    const covered = new Set(audience.screenIds.filter((id) => known.has(id)))
    for (const areaId of audience.areaIds)
      for (const id of below.get(areaId) ?? []) covered.add(id)
    return covered.size
  }
}
