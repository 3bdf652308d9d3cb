import type { Log } from '../../../../shared/kernel/log.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { RecordAct } from '../accounts/actor.js'
import { SYSTEM_ACTOR } from '../accounts/actor.js'
import type { Announcer } from './announcer.port.js'
import type { Screen, ScreenRepository } from './screen.repository.js'

type Deps = {
  screens: Pick<ScreenRepository, 'saveSeen'>
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  log: Log
  inTransaction: InTransaction<{ recordAct: RecordAct }>
}

/** A screen came or went on the live channel. */
export async function noteConnection(
  deps: Deps,
  screen: Screen,
): Promise<void> {
  await deps.screens.saveSeen(screen.id, isoNow(deps.clock))
  deps.announcer.tellConsoles('screens:changed', screen.id)
}

/**
 * One identity spoke from two places: the newer connection stays, and it is
 * written down, because a copied box must not go unnoticed.
 */
export async function noteReplaced(
  deps: Deps,
  screen: Screen,
  addresses: { older: string | null; newer: string | null },
): Promise<void> {
  deps.log.warn(
    { screenId: screen.id, ...addresses },
    'two players used one identity',
  )
  await deps.inTransaction(({ recordAct }) =>
    recordAct(SYSTEM_ACTOR, {
      act: 'screen.replaced',
      subject: { kind: 'screen', id: screen.id },
      areaId: screen.areaId,
      details: addresses,
    }),
  )
}
