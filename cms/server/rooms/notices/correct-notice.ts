import type { z } from 'zod'
import type { correctNoticeSchema } from '../../../../shared/contract/api/notices.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import { noticeOf, type CreateNoticeDeps } from './create-notice.js'
import type { NoticeRepository } from './notice.repository.js'
import { noticeState } from './notice.rules.js'
import { prepareNotice } from './prepare-notice.js'
import { sendNotice } from './send-notice.js'

type Deps = CreateNoticeDeps & {
  notices: Pick<NoticeRepository, 'get' | 'saveSent'>
}

/**
 * Puts the next version of a notice in its place on the same screens; it does
 * not leave the glass in between. Any duty officer of the area may, alone: a
 * wrong warning cannot wait for a second person. Throws notice.not_found,
 * notice.ended, notice.changed, and what prepareNotice throws.
 */
export async function correctNotice(
  deps: Deps,
  actor: Actor,
  asked: z.output<typeof correctNoticeSchema> & { id: string },
): Promise<void> {
  const kept = await deps.notices.get(asked.id)
  const { notice, ownerAreaId } = kept
  const path = await areaPathOf(deps, ownerAreaId)
  requireMay(actor, 'notice.send', path)
  const now = deps.clock.now()
  const { recalledAt } = kept
  const { expiresAt } = notice
  if (notice.hold || noticeState({ recalledAt, expiresAt }, now) !== 'in_force')
    throw new AppError('notice.ended', { id: asked.id })
  if (asked.expectedVersion !== notice.version)
    throw new AppError('notice.changed', { version: notice.version })
  const { drill } = notice
  const prepared = await prepareNotice(deps, { ...asked, drill, ownerAreaId })
  await sendNotice(deps, actor, {
    notice: noticeOf(prepared, {
      id: notice.id,
      version: notice.version + 1,
      level: asked.level,
      drill,
      screens: notice.screens,
    }),
    pages: prepared.slides,
    ownerAreaId,
    source: kept.source,
    words: { templateId: asked.templateId, fields: asked.fields },
    act: 'notice.corrected',
    details: {
      before: { title: notice.title, level: notice.level, expiresAt },
    },
  })
}
