/** An urgent notice: sealed once, pushed at once, and kept for those away. */
import type { CreateNoticeAsked } from '../../../../shared/contract/api/notices.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import {
  screensInReach,
  type AudienceDeps,
} from '../bulletins/check-audience.js'
import { ruleFor, type PolicyDeps } from './notice-policy.js'
import {
  prepareNotice,
  type PrepareDeps,
  type PreparedNotice,
} from './prepare-notice.js'
import { sendNotice, type SendDeps } from './send-notice.js'

export type CreateNoticeDeps = PrepareDeps &
  SendDeps &
  PolicyDeps &
  AudienceDeps & {
    areas: Pick<AreaRepository, 'find' | 'list'>
    newId: () => string
  }

/**
 * Seals a notice for the exact screens of its audience and pushes it to those
 * that are on. Returns its id. Throws notice.needs_second where two people
 * send, template.not_found, bulletin.fields_invalid, notice.no_screens,
 * notice.bad_expiry, area.not_found, media.not_found, store.full,
 * auth.forbidden.
 */
export async function createNotice(
  deps: CreateNoticeDeps,
  actor: Actor,
  asked: CreateNoticeAsked,
): Promise<string> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'notice.send', path)
  const { rule } = ruleFor(path, await deps.noticePolicies.list())
  // A drill frightens nobody: it says so on the glass, and needs no second.
  if (rule === 'two' && !asked.drill)
    throw new AppError('notice.needs_second', { areaId: asked.ownerAreaId })
  return sendAsked(deps, actor, { asked, source: null })
}

/** The same for what has been confirmed already, by whoever confirmed it. */
export async function sendAsked(
  deps: CreateNoticeDeps,
  actor: Actor,
  order: {
    asked: CreateNoticeAsked
    source: string | null
    /** The order it carries out. */
    orderId?: string
    details?: Record<string, unknown>
  },
): Promise<string> {
  const { asked } = order
  const screens = await screensFor(deps, actor, asked)
  const prepared = await prepareNotice(deps, asked)
  const notice = noticeOf(prepared, {
    id: deps.newId(),
    version: 1,
    level: asked.level,
    drill: asked.drill,
    screens,
  })
  await sendNotice(deps, actor, {
    notice,
    pages: prepared.slides,
    ownerAreaId: asked.ownerAreaId,
    source: order.source,
    words: { templateId: asked.templateId, fields: asked.fields },
    act: notice.drill ? 'notice.drilled' : 'notice.sent',
    ...(order.details === undefined ? {} : { details: order.details }),
    ...(order.orderId === undefined ? {} : { orderId: order.orderId }),
  })
  return notice.id
}

/** The exact screens. Throws notice.no_screens, auth.forbidden. */
export async function screensFor(
  deps: AudienceDeps,
  actor: Actor,
  asked: Pick<CreateNoticeAsked, 'audience' | 'ownerAreaId'>,
): Promise<string[]> {
  const audience = { ...asked.audience, groupsWithin: asked.ownerAreaId }
  const reached = await screensInReach(deps, actor, audience, 'notice.send')
  if (reached.length === 0) throw new AppError('notice.no_screens', {})
  return reached.map((screen) => screen.id)
}

/** The word that is sealed, from prepared pages. */
export function noticeOf(
  prepared: PreparedNotice,
  order: Pick<Notice, 'id' | 'version' | 'level' | 'drill' | 'screens'>,
): Notice {
  const { issuedAt, expiresAt, title, issuer } = prepared
  return {
    kind: 'notice',
    protocol: PROTOCOL_VERSION,
    ...order,
    issuedAt,
    startsAt: issuedAt,
    expiresAt,
    title,
    issuer,
    slides: prepared.slides.map(
      ({ language, sha256, sizeBytes, slotSeconds }) => ({
        language,
        sha256,
        sizeBytes,
        slotSeconds,
      }),
    ),
  }
}
