import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { SealDesk } from '../publishing/open-seal-desk.js'
import type { RecallRepository } from '../publishing/recall.repository.js'
import { sealRecall } from '../publishing/seal-recall.js'
import type { Announcer } from '../screens/announcer.port.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import type { NoticeRepository } from './notice.repository.js'
import type { Afterwards } from './afterwards.port.js'
import { noticeState, settleMs } from './notice.rules.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  notices: Pick<NoticeRepository, 'get'>
  announcer: Pick<Announcer, 'pushRecall' | 'tellConsoles'>
  programme: ProgrammeKeeper
  afterwards: Afterwards
  sealDesk: SealDesk
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    notices: Pick<NoticeRepository, 'saveRecalled'>
    recalls: Pick<RecallRepository, 'insert'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Ends a notice on every screen it was sent to. Throws notice.not_found,
 * notice.ended, auth.forbidden.
 */
export async function recallNotice(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const kept = await deps.notices.get(id)
  requireMay(actor, 'notice.recall', await areaPathOf(deps, kept.ownerAreaId))
  const { notice, recalledAt } = kept
  const now = deps.clock.now()
  if (
    noticeState({ recalledAt, expiresAt: notice.expiresAt }, now) !== 'in_force'
  )
    throw new AppError('notice.ended', { id })
  const { recall, sealed } = await sealRecall(
    deps,
    {
      kind: 'notice',
      id,
      version: notice.version,
      ...(notice.hold ? { hold: true } : {}),
    },
    notice.screens,
  )
  await deps.inTransaction(async (tx) => {
    await tx.notices.saveRecalled(id, isoNow(deps.clock))
    await tx.recalls.insert(recall, sealed)
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: notice.hold ? 'screen.hold_lifted' : 'notice.recalled',
      subject: { kind: 'notice', id },
      areaId: kept.ownerAreaId,
      details: { title: notice.title, recall: recall.id },
    })
  })
  deps.announcer.pushRecall(notice.screens, { sealed })
  deps.announcer.tellConsoles('notices:changed', id)
  deps.afterwards(
    () => deps.programme.refresh(notice.screens),
    settleMs(notice.screens),
  )
}
