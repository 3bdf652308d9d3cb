import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { may, requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from './announcer.port.js'
import { loadAreaTree } from './area-tree.js'
import { healthRank } from './health.rules.js'
import type { ScreenRepository } from './screen.repository.js'
import { screenView } from './screen.view.js'

type Deps = {
  screens: Pick<ScreenRepository, 'list' | 'get'>
  areas: Pick<AreaRepository, 'list'>
  announcer: Pick<Announcer, 'connected'>
  clock: Clock
}

/** The screens in this person's areas, those that need somebody first. */
export async function listScreens(
  deps: Deps,
  actor: Actor,
): Promise<{ screens: ScreenView[] }> {
  const tree = await loadAreaTree(deps)
  const screens = (await deps.screens.list()).filter((screen) =>
    may(actor, 'screen.read', tree.pathOf(screen.areaId)),
  )
  const connected = await deps.announcer.connected()
  const now = deps.clock.now()
  const views = screens.map((screen) =>
    screenView(screen, {
      areaName: tree.nameOf(screen.areaId),
      connected: connected.has(screen.id),
      now,
    }),
  )
  // The list came by name and the sort is stable.
  views.sort((a, b) => healthRank(a.health) - healthRank(b.health))
  return { screens: views }
}

/** One screen. Throws screen.not_found, auth.forbidden. */
export async function getScreen(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<ScreenView> {
  const screen = await deps.screens.get(id)
  const tree = await loadAreaTree(deps)
  requireMay(actor, 'screen.read', tree.pathOf(screen.areaId))
  const connected = await deps.announcer.connected([id])
  return screenView(screen, {
    areaName: tree.nameOf(screen.areaId),
    connected: connected.has(id),
    now: deps.clock.now(),
  })
}
