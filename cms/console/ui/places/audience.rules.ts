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

/** Groups by their screens; they count only in or below the areas that speak. */
export type GroupsWithin = {
  groups: readonly { id: string; screenIds: readonly string[] }[]
  areaIds: readonly string[]
}

/** Every screen of the audience once, revoked ones left out, in given order. */
export function screensOf(
  audience: Audience,
  areas: readonly AreaView[],
  screens: readonly ScreenView[],
  within: GroupsWithin = { groups: [], areaIds: [] },
): ScreenView[] {
  const speaking = withDescendants(areas, within.areaIds)
  const grouped = new Set(
    within.groups
      .filter(({ id }) => audience.groupIds?.includes(id))
      .flatMap(({ screenIds }) => screenIds),
  )
  const inside = withDescendants(areas, audience.areaIds)
  const single = new Set(audience.screenIds)
  return screens.filter(
    (screen) =>
      screen.health !== 'revoked' &&
      (inside.has(screen.settings.areaId) ||
        single.has(screen.id) ||
        (grouped.has(screen.id) && speaking.has(screen.settings.areaId))),
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
    ...audience,
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

/** Ticks or clears a group. */
export function toggleGroup(audience: Audience, groupId: string): Audience {
  const { groupIds = [] } = audience
  return {
    ...audience,
    groupIds: groupIds.includes(groupId)
      ? groupIds.filter((id) => id !== groupId)
      : [...groupIds, groupId],
  }
}
