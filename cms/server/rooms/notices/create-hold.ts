/** Stop all: a sealed holding slide over everything, until it is lifted. */
import type { z } from 'zod'
import type { createHoldSchema } from '../../../../shared/contract/api/notice-orders.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { HOLD_MAX_MS } from '../../../../shared/seal/open.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import {
  screensInReach,
  type AudienceDeps,
} from '../bulletins/check-audience.js'
import type { FileStore } from '../media/file-store.js'
import { agencyOf, type Agency } from '../publishing/agency-words.js'
import type { FurnitureDesk } from '../publishing/furniture-desk.js'
import { loadAreaTree } from '../screens/area-tree.js'
import { sendNotice, type NoticePage, type SendDeps } from './send-notice.js'

type Deps = SendDeps &
  AudienceDeps & {
    areas: Pick<AreaRepository, 'find' | 'list'>
    furniture: FurnitureDesk
    store: Pick<FileStore, 'read'>
    newId: () => string
  }

const SLOT_SECONDS = 60

/**
 * Puts the calm holding slide over everything on these screens, urgent notices
 * included. It goes the way of a notice, so it has receipts and a board, and
 * is lifted as one is recalled. Returns its id. Throws notice.no_screens,
 * area.not_found, auth.forbidden, store.full.
 */
export async function createHold(
  deps: Deps,
  actor: Actor,
  asked: z.output<typeof createHoldSchema>,
): Promise<string> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'screen.hold', path)
  const { ownerAreaId, reason } = asked
  const audience = { ...asked.audience, groupsWithin: ownerAreaId }
  const reached = await screensInReach(deps, actor, audience, 'screen.hold')
  if (reached.length === 0) throw new AppError('notice.no_screens', {})
  const agency = agencyOf(await loadAreaTree(deps), ownerAreaId, 'vi')
  const page = await holdingPage(deps, agency)
  const now = deps.clock.now()
  const iso = (instant: number) => new Date(instant).toISOString()
  const notice: Notice = {
    kind: 'notice',
    protocol: PROTOCOL_VERSION,
    id: deps.newId(),
    version: 1,
    issuedAt: iso(now),
    startsAt: iso(now),
    expiresAt: iso(now + HOLD_MAX_MS),
    // For players that do not know holds yet: above every other notice.
    level: 5,
    drill: false,
    hold: true,
    title: agency.agency,
    issuer: agency.agency,
    screens: reached.map(({ id }) => id),
    slides: [
      {
        language: 'vi',
        sha256: page.sha256,
        sizeBytes: page.files[0]!.sizeBytes,
        slotSeconds: SLOT_SECONDS,
      },
    ],
  }
  await sendNotice(deps, actor, {
    notice,
    pages: [page],
    ownerAreaId,
    source: null,
    words: null,
    act: 'screen.held',
    details: { reason },
  })
  return notice.id
}

/** The page a screen shows when it has nothing to play: never black. */
async function holdingPage(
  deps: Pick<Deps, 'furniture' | 'store'>,
  agency: Agency,
): Promise<NoticePage> {
  const { holding, assets } = await deps.furniture(agency, 'vi')
  const html = (await deps.store.read(holding.sha256)).toString('utf8')
  return { sha256: holding.sha256, html, files: [holding, ...assets] }
}
