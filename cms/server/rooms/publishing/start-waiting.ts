import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import { SYSTEM_ACTOR, type RecordAct } from '../accounts/actor.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import { actFits, stateAfter } from '../bulletins/bulletin.rules.js'
import type { Announcer } from '../screens/announcer.port.js'
import { stateChange } from '../bulletins/state-change.js'

type Deps = {
  bulletins: Pick<BulletinRepository, 'listDue'>
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{
    bulletins: Pick<BulletinRepository, 'get' | 'save'>
    recordAct: RecordAct
  }>
}

/**
 * Writes down that embargoes are over. Screens keep them by themselves and
 * have everything already. Returns how many started.
 */
export async function startWaiting(deps: Deps): Promise<number> {
  const due = await deps.bulletins.listDue(isoNow(deps.clock))
  for (const { id } of due) {
    await deps.inTransaction(async (tx) => {
      const bulletin = await tx.bulletins.get(id)
      const isLive = bulletin.liveRevisionNumber !== null
      const standing = { state: bulletin.state, isLive }
      if (!actFits('start', standing)) return
      await tx.bulletins.save(
        {
          ...bulletin,
          state: stateAfter('start', standing),
          version: bulletin.version + 1,
          notBefore: null,
          updatedAt: isoNow(deps.clock),
        },
        bulletin.version,
      )
      await tx.recordAct(SYSTEM_ACTOR, {
        act: 'bulletin.started',
        subject: { kind: 'bulletin', id },
        areaId: bulletin.ownerAreaId,
        details: {
          title: bulletin.title,
          ...stateChange('start', standing),
        },
      })
    })
    deps.announcer.tellConsoles('bulletins:changed', id)
  }
  return due.length
}
