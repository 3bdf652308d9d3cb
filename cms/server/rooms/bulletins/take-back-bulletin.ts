import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
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
 * Takes a submitted bulletin back to go on writing; whoever was judging it
 * finds it gone. Throws bulletin.not_found, bulletin.wrong_state,
 * bulletin.conflict, auth.forbidden.
 */
export async function takeBackBulletin(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const { bulletin, revision } = await readStanding(tx, id)
    const path = await areaPathOf(tx, bulletin.ownerAreaId)
    requireMay(actor, 'bulletin.write', path)
    const standing = {
      state: bulletin.state,
      isLive: bulletin.liveRevisionNumber !== null,
    }
    if (!actFits('takeBack', standing))
      throw new AppError('bulletin.wrong_state', { state: bulletin.state })
    const now = isoNow(deps.clock)
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('takeBack', standing),
        version: bulletin.version + 1,
        updatedAt: now,
      },
      bulletin.version,
    )
    await tx.bulletinSteps.insert({
      bulletinId: id,
      at: now,
      actor,
      act: 'taken_back',
      revisionNumber: revision.number,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.taken_back',
      subject: { kind: 'bulletin', id },
      areaId: bulletin.ownerAreaId,
      details: {
        title: bulletin.title,
        ...stateChange('takeBack', standing),
      },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', id)
}
