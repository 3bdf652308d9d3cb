import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { NoticeRepository } from './notice.repository.js'
import { noticeState } from './notice.rules.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  notices: Pick<NoticeRepository, 'get' | 'listDeliveries' | 'saveSent'>
  announcer: Pick<Announcer, 'pushNotice' | 'connected' | 'tellConsoles'>
  clock: Clock
  inTransaction: InTransaction<{ recordAct: RecordAct }>
}

/**
 * Pushes a notice once more to those of its screens that have not shown it.
 * A screen that has it already says its words again; nothing is doubled. The
 * pages do not travel this time: the screen fetches what it lacks. Throws
 * notice.not_found, notice.ended, auth.forbidden.
 */
export async function pushAgain(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const kept = await deps.notices.get(id)
  const { notice, recalledAt, ownerAreaId } = kept
  requireMay(actor, 'notice.send', await areaPathOf(deps, ownerAreaId))
  const { expiresAt } = notice
  const now = deps.clock.now()
  if (noticeState({ recalledAt, expiresAt }, now) !== 'in_force')
    throw new AppError('notice.ended', { id })
  const deliveries = await deps.notices.listDeliveries([id])
  const missing = deliveries
    .filter(({ shownAt }) => shownAt === null)
    .map(({ screenId }) => screenId)
  const there = [...(await deps.announcer.connected(missing))]
  await deps.inTransaction((tx) =>
    tx.recordAct(actor, {
      act: 'notice.pushed_again',
      subject: { kind: 'notice', id },
      areaId: ownerAreaId,
      details: { missing: missing.length, connected: there.length },
    }),
  )
  const kit = [...kept.files]
  deps.announcer.pushNotice(there, { sealed: kept.sealed, files: [], kit })
  await deps.notices.saveSent(id, there, isoNow(deps.clock))
  deps.announcer.tellConsoles('notices:changed', id)
}
