import type { Audience } from '../../../../shared/contract/api/bulletins.js'

/** What is asked of a screen to know whether an audience covers it. */
export type PlacedScreen = {
  id: string
  areaId: string
  revokedAt: string | null
  /** Groups it is in now; see grouped-screens.ts. */
  groupIds?: readonly string[] | undefined
}

/**
 * An audience as something stands for it. A group spans communes, and may
 * grow after a person pressed: its screens count only in or below the area
 * that speaks. Without that area its groups cover nobody.
 */
export type StandingAudience = Audience & { groupsWithin?: string | undefined }

/** Ids from the root down to the area itself. */
export type PathOf = (areaId: string) => readonly string[]

/**
 * Whether an audience covers a screen: named itself, in or below an area, or
 * in a group within the area that speaks.
 */
export function covers(
  audience: StandingAudience,
  screen: PlacedScreen,
  pathOf: PathOf,
): boolean {
  if (screen.revokedAt !== null) return false
  if (audience.screenIds.includes(screen.id)) return true
  const { groupIds = [], groupsWithin } = audience
  if (audience.areaIds.length + groupIds.length === 0) return false
  const path = pathOf(screen.areaId)
  if (audience.areaIds.some((areaId) => path.includes(areaId))) return true
  return (
    groupsWithin !== undefined &&
    path.includes(groupsWithin) &&
    groupIds.some((id) => screen.groupIds?.includes(id) === true)
  )
}

/** The exact screens of an audience, in the order they were given. */
export function screensOf<S extends PlacedScreen>(
  audience: StandingAudience,
  screens: readonly S[],
  pathOf: PathOf,
): S[] {
  return screens.filter((screen) => covers(audience, screen, pathOf))
}
