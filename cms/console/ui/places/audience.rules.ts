// Which screens an audience means. The same rule as the server's, so that the
// list a person sees before sending is the list that will be used.
import type { AreaView } from '../../../../shared/contract/api/areas.js'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import type { ScreenView } from '../../../../shared/contract/api/screens.js'

/** The ids of an area and everything below it. */
export function withDescendants(
  areas: readonly AreaView[],
  ids: readonly string[],
): Set<string> {
  const inside = new Set(ids)
  // Parents come before children, so one pass is enough.
  for (const area of areas) {
    if (area.parentId !== null && inside.has(area.parentId)) {
      inside.add(area.id)
    }
  }
  return inside
}

/** Every screen of the audience once, revoked ones left out, in given order. */
export function screensOf(
  audience: Audience,
  areas: readonly AreaView[],
  screens: readonly ScreenView[],
): ScreenView[] {
  const inside = withDescendants(areas, audience.areaIds)
  const single = new Set(audience.screenIds)
  return screens.filter(
    (screen) =>
      screen.health !== 'revoked' &&
      (inside.has(screen.settings.areaId) || single.has(screen.id)),
  )
}

/** Ticks or clears an area; a ticked area swallows what is below it. */
export function toggleArea(
  audience: Audience,
  areaId: string,
  areas: readonly AreaView[],
  screens: readonly ScreenView[],
): Audience {
  if (audience.areaIds.includes(areaId)) {
    return {
      ...audience,
      areaIds: audience.areaIds.filter((id) => id !== areaId),
    }
  }
  const below = withDescendants(areas, [areaId])
  const swallowed = new Set(
    screens
      .filter((screen) => below.has(screen.settings.areaId))
      .map((screen) => screen.id),
  )
  return {
    areaIds: [...audience.areaIds.filter((id) => !below.has(id)), areaId],
    screenIds: audience.screenIds.filter((id) => !swallowed.has(id)),
  }
}

/** Ticks or clears one screen. */
export function toggleScreen(audience: Audience, screenId: string): Audience {
  const chosen = audience.screenIds.includes(screenId)
  return {
    ...audience,
    screenIds: chosen
      ? audience.screenIds.filter((id) => id !== screenId)
      : [...audience.screenIds, screenId],
  }
}
