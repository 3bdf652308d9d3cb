import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import { SYSTEM_ACTOR, type RecordAct } from '../accounts/actor.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import { stateAfter } from '../bulletins/bulletin.rules.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { TouchProgramme } from '../screens/programme.port.js'
import { stateChange } from '../bulletins/state-change.js'

type Deps = {
  releases: Pick<ReleaseRepository, 'listExpired'>
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{
    bulletins: Pick<BulletinRepository, 'get' | 'save'>
    releases: Pick<ReleaseRepository, 'saveEnded'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Writes down that releases have ended. Screens keep hard ends by themselves,
 * so nobody has to be told; they drop the item when they next pull. Returns
 * how many ended.
 */
export async function endExpired(deps: Deps): Promise<number> {
  const now = isoNow(deps.clock)
  const expired = await deps.releases.listExpired(now)
  for (const release of expired) {
    await deps.inTransaction(async (tx) => {
      const bulletin = await tx.bulletins.get(release.bulletinId)
      await tx.releases.saveEnded(release.id, now, 'ended')
      await tx.bulletins.save(
        {
          ...bulletin,
          state: stateAfter('end', { state: bulletin.state, isLive: true }),
          version: bulletin.version + 1,
          liveRevisionNumber: null,
          liveSince: null,
          notBefore: null,
          updatedAt: now,
        },
        bulletin.version,
      )
      await tx.touchProgramme()
      await tx.recordAct(SYSTEM_ACTOR, {
        act: 'bulletin.ended',
        subject: { kind: 'bulletin', id: bulletin.id },
        areaId: bulletin.ownerAreaId,
        details: {
          title: bulletin.title,
          release: release.id,
          ...stateChange('end', { state: bulletin.state, isLive: true }),
        },
      })
    })
    deps.announcer.tellConsoles('bulletins:changed', release.bulletinId)
  }
  return expired.length
}
