import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import {
  may,
  requireMayOverAll,
  type Act,
} from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import {
  screensOf,
  type PlacedScreen,
  type StandingAudience,
} from '../screens/audience.rules.js'
import type { ScreenRepository } from '../screens/screen.repository.js'

export type AudienceDeps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  clock: Clock
}

/**
 * The screens an audience covers, for a person who has the right to `act`
 * over every area and every single screen in it: a commune speaks on its own
 * screens only. May be none. Throws auth.forbidden.
 */
export async function screensInReach(
  deps: AudienceDeps,
  actor: Actor,
  audience: StandingAudience,
  act: Act,
): Promise<PlacedScreen[]> {
  const tree = await loadAreaTree(deps)
  const placed = await deps.screens.listPlaced()
  const known = audience.areaIds.filter((areaId) => tree.find(areaId))
  const named = placed.filter(({ id }) => audience.screenIds.includes(id))
  const areas = [...known, ...named.map(({ areaId }) => areaId)]
  requireMayOverAll(
    actor,
    act,
    areas.map((areaId) => tree.pathOf(areaId)),
  )
  const reached = screensOf(audience, placed, tree.pathOf)
  // Whatever a group says, nobody speaks where they have no right.
  return reached.filter(({ areaId }) => may(actor, act, tree.pathOf(areaId)))
}

/** The same, where covering nobody is a mistake: throws bulletin.no_screens. */
export async function checkAudience(
  ...asked: Parameters<typeof screensInReach>
): Promise<PlacedScreen[]> {
  const screens = await screensInReach(...asked)
  if (screens.length === 0) throw new AppError('bulletin.no_screens', {})
  return screens
}
