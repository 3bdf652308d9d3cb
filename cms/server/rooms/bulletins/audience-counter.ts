import {
  screensOf,
  type PathOf,
  type PlacedScreen,
  type StandingAudience,
} from '../screens/audience.rules.js'

/** How many screens an audience covers, for many audiences in one list. */
export function audienceCounter(
  screens: readonly PlacedScreen[],
  pathOf: PathOf,
): (audience: StandingAudience) => number {
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
    if ((audience.groupIds ?? []).length > 0)
      return screensOf(audience, standing, pathOf).length
    const [only, ...others] = audience.areaIds
    if (only !== undefined && others.length + audience.screenIds.length === 0)
      return below.get(only)?.length ?? 0
    const covered = new Set(audience.screenIds.filter((id) => known.has(id)))
    for (const areaId of audience.areaIds)
      for (const id of below.get(areaId) ?? []) covered.add(id)
    return covered.size
  }
}
