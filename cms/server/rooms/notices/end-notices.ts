import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import { SYSTEM_ACTOR, type RecordAct } from '../accounts/actor.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { TouchProgramme } from '../screens/programme.port.js'
import type { NoticeRepository } from './notice.repository.js'

type Deps = {
  notices: Pick<NoticeRepository, 'listOpen'>
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{
    notices: Pick<NoticeRepository, 'saveEnded'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Writes down that notices have run out; screens ended them by themselves.
 * Returns how many.
 */
export async function endNotices(deps: Deps): Promise<number> {
  const now = isoNow(deps.clock)
  const over = (await deps.notices.listOpen()).filter(
    ({ notice }) => notice.expiresAt <= now,
  )
  for (const { notice, ownerAreaId } of over) {
    await deps.inTransaction(async (tx) => {
      await tx.notices.saveEnded(notice.id, now)
      await tx.touchProgramme()
      await tx.recordAct(SYSTEM_ACTOR, {
        act: 'notice.ended',
        subject: { kind: 'notice', id: notice.id },
        areaId: ownerAreaId,
        details: { title: notice.title },
      })
    })
    deps.announcer.tellConsoles('notices:changed', notice.id)
  }
  return over.length
}
