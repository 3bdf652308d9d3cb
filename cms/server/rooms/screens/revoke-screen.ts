import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from './announcer.port.js'
import type { TouchProgramme } from './programme.port.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  screens: Pick<ScreenRepository, 'get'>
  announcer: Pick<Announcer, 'dismiss' | 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{
    screens: Pick<ScreenRepository, 'saveRevoked'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Shuts a screen out: from the next request on its assertion counts for
 * nothing, and its connections are closed. Revoking twice is one act. Throws
 * screen.not_found, auth.forbidden.
 */
export async function revokeScreen(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const screen = await deps.screens.get(id)
  requireMay(actor, 'screen.revoke', await areaPathOf(deps, screen.areaId))
  if (screen.revokedAt === null)
    await deps.inTransaction(async (tx) => {
      await tx.screens.saveRevoked(id, isoNow(deps.clock))
      await tx.touchProgramme()
      await tx.recordAct(actor, {
        act: 'screen.revoked',
        subject: { kind: 'screen', id },
        areaId: screen.areaId,
        details: { name: screen.settings.name },
      })
    })
  deps.announcer.dismiss(id, 'revoked')
  deps.announcer.tellConsoles('screens:changed', id)
}
