import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { Remark } from '../../../../shared/contract/api/bulletins.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { BulletinStepRepository } from './bulletin-step.repository.js'
import type { BulletinRepository } from './bulletin.repository.js'
import { actFits, stateAfter } from './bulletin.rules.js'
import { readStanding } from './read-standing.js'
import type { RevisionRepository } from './revision.repository.js'
import { stateChange } from './state-change.js'

type Deps = {
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{
    areas: Pick<AreaRepository, 'find'>
    bulletins: Pick<BulletinRepository, 'get' | 'save'>
    revisions: Pick<RevisionRepository, 'find'>
    bulletinSteps: Pick<BulletinStepRepository, 'insert'>
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
  input: { id: string; reason: string; remarks: readonly Remark[] },
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const { bulletin, revision } = await readStanding(tx, input.id)
    const path = await areaPathOf(tx, bulletin.ownerAreaId)
    requireMay(actor, 'bulletin.return', path)
    const isLive = bulletin.liveRevisionNumber !== null
    const { state } = bulletin
    if (!actFits('return', { state, isLive }))
      throw new AppError('bulletin.wrong_state', { state })
    const now = isoNow(deps.clock)
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('return', { state, isLive }),
        returnedBecause: input.reason,
        remarks: input.remarks,
        version: bulletin.version + 1,
        updatedAt: now,
      },
      bulletin.version,
    )
    await tx.bulletinSteps.insert({
      bulletinId: bulletin.id,
      at: now,
      actor,
      act: 'returned',
      revisionNumber: revision.number,
      note: input.reason,
      remarks: input.remarks,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.returned',
      subject: { kind: 'bulletin', id: bulletin.id },
      areaId: bulletin.ownerAreaId,
      details: {
        title: bulletin.title,
        reason: input.reason,
        remarks: input.remarks,
        ...stateChange('return', { state, isLive }),
      },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', input.id)
}
