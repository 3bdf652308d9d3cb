import type { ScreenSettings } from '../../../../shared/contract/api/screens.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay, requireMayOverAll } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from './announcer.port.js'
import type { ProgrammeKeeper, TouchProgramme } from './programme.port.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  screens: Pick<ScreenRepository, 'get'>
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
  inTransaction: InTransaction<{
    screens: Pick<ScreenRepository, 'saveSettings'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Keeps what a person decided about a screen and brings its programme in
 * step. The right is needed over the old and the new area. Throws
 * screen.not_found, area.not_found, auth.forbidden.
 */
export async function saveScreen(
  deps: Deps,
  actor: Actor,
  input: { id: string; settings: ScreenSettings },
): Promise<void> {
  const { id, settings } = input
  const screen = await deps.screens.get(id)
  requireMay(actor, 'screen.change', await areaPathOf(deps, screen.areaId))
  const into = await areaPathOf(deps, settings.areaId)
  requireMayOverAll(actor, 'screen.change', [into])
  await deps.inTransaction(async (tx) => {
    await tx.screens.saveSettings(id, settings)
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: 'screen.changed',
      subject: { kind: 'screen', id },
      areaId: settings.areaId,
      details: { before: screen.settings, after: settings },
    })
  })
  deps.announcer.tellConsoles('screens:changed', id)
  await deps.programme.refresh([id])
}
