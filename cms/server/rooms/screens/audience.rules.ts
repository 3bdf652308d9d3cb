import type { Audience } from '../../../../shared/contract/api/bulletins.js'

/** What is asked of a screen to know whether an audience covers it. */
export type PlacedScreen = {
  id: string
  areaId: string
  revokedAt: string | null
}

/** `areaId` and every area above it, nearest first. */
export type PathOf = (areaId: string) => readonly string[]

/** Whether an audience covers a screen: named itself, or in or below an area. */
export function covers(
  audience: Audience,
  screen: PlacedScreen,
  pathOf: PathOf,
): boolean {
  if (screen.revokedAt !== null) return false
  if (audience.screenIds.includes(screen.id)) return true
  if (audience.areaIds.length === 0) return false
  const path = pathOf(screen.areaId)
  return audience.areaIds.some((areaId) => path.includes(areaId))
}

/** The exact screens of an audience, in the order they were given. */
export function screensOf<S extends PlacedScreen>(
  audience: Audience,
  screens: readonly S[],
  pathOf: PathOf,
): S[] {
  return screens.filter((screen) => covers(audience, screen, pathOf))
}
