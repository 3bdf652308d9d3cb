import type { NoticeView } from '../../../../shared/contract/api/notices.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { may, requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { KeptDelivery, NoticeRepository } from './notice.repository.js'
import { deliveryLines, noticeSummary } from './notice.view.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listByIds'>
  notices: Pick<NoticeRepository, 'get' | 'list' | 'listDeliveries'>
  announcer: Pick<Announcer, 'connected'>
  clock: Clock
}

/** As many as a person would ever scroll through. */
const MAX_LISTED = 200

/** Urgent notices of this person's areas, newest first. */
export async function listNotices(
  deps: Deps,
  actor: Actor,
): Promise<{ notices: Omit<NoticeView, 'deliveries' | 'words'>[] }> {
  const tree = await loadAreaTree(deps)
  const listed = (await deps.notices.list(MAX_LISTED)).filter((kept) =>
    may(actor, 'notice.read', tree.pathOf(kept.ownerAreaId)),
  )
  const deliveries = new Map<string, KeptDelivery[]>(
    listed.map(({ notice }) => [notice.id, []]),
  )
  const all = await deps.notices.listDeliveries([...deliveries.keys()])
  for (const delivery of all) deliveries.get(delivery.noticeId)?.push(delivery)
  const now = deps.clock.now()
  return {
    notices: listed.map((kept) =>
      noticeSummary(kept, deliveries.get(kept.notice.id) ?? [], now),
    ),
  }
}

/**
 * The board of one notice: where it was sent, received and shown, and who
 * misses it. Throws notice.not_found, auth.forbidden.
 */
export async function getNotice(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<NoticeView> {
  const kept = await deps.notices.get(id)
  const tree = await loadAreaTree(deps)
  requireMay(actor, 'notice.read', tree.pathOf(kept.ownerAreaId))
  const deliveries = await deps.notices.listDeliveries([id])
  const screens = await deps.screens.listByIds(kept.notice.screens)
  return {
    ...noticeSummary(kept, deliveries, deps.clock.now()),
    words: kept.words,
    deliveries: deliveryLines(deliveries, {
      screens: new Map(screens.map((screen) => [screen.id, screen])),
      tree,
      connected: await deps.announcer.connected(kept.notice.screens),
    }),
  }
}
