import type { z } from 'zod'
import type { claimScreenSchema } from '../../../../shared/contract/api/screens.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from './announcer.port.js'
import type { PairingRepository } from './pairing.repository.js'
import type { TouchProgramme } from './programme.port.js'
import type { ScreenRepository } from './screen.repository.js'
import { openPairingOf } from './view-pairing.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  pairings: Pick<PairingRepository, 'findByCode'>
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    screens: Pick<ScreenRepository, 'insert'>
    pairings: Pick<PairingRepository, 'claim'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Makes the box that shows this code a screen of an area; the code is used up.
 * Returns the screen's id. Throws pairing.not_found, pairing.expired,
 * area.not_found, auth.forbidden.
 */
export async function claimScreen(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof claimScreenSchema>,
): Promise<string> {
  const { code, ...settings } = input
  requireMay(actor, 'screen.pair', await areaPathOf(deps, settings.areaId))
  const pairing = await openPairingOf(deps, code)
  const id = deps.newId()
  await deps.inTransaction(async (tx) => {
    await tx.screens.insert({
      id,
      settings,
      publicKey: pairing.publicKey,
      player: pairing.player,
      pairedAt: isoNow(deps.clock),
    })
    // Two people with one code: the second finds it used up.
    if (!(await tx.pairings.claim(pairing.id, id)))
      throw new AppError('pairing.not_found', {})
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: 'screen.claimed',
      subject: { kind: 'screen', id },
      areaId: settings.areaId,
      details: { name: settings.name, host: pairing.player.host },
    })
  })
  deps.announcer.tellConsoles('screens:changed', id)
  return id
}
