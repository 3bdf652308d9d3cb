import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { BulletinRepository } from './bulletin.repository.js'
import { actFits, stateAfter } from './bulletin.rules.js'

type Deps = {
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{
    areas: Pick<AreaRepository, 'find'>
    bulletins: Pick<BulletinRepository, 'get' | 'save'>
    recordAct: RecordAct
  }>
}

/**
 * Sends a submitted bulletin back to its author, with the reason. Throws
 * bulletin.not_found, bulletin.wrong_state, auth.forbidden.
 */
export async function returnBulletin(
  deps: Deps,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const bulletin = await tx.bulletins.get(input.id)
    const path = await areaPathOf(tx, bulletin.ownerAreaId)
    requireMay(actor, 'bulletin.return', path)
    const isLive = bulletin.liveRevisionNumber !== null
    const { state } = bulletin
    if (!actFits('return', { state, isLive }))
      throw new AppError('bulletin.wrong_state', { state })
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('return', { state, isLive }),
        returnedBecause: input.reason,
        version: bulletin.version + 1,
        updatedAt: isoNow(deps.clock),
      },
      bulletin.version,
    )
    await tx.recordAct(actor, {
      act: 'bulletin.returned',
      subject: { kind: 'bulletin', id: bulletin.id },
      areaId: bulletin.ownerAreaId,
      details: { reason: input.reason },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', input.id)
}
