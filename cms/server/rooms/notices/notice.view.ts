import type {
  Delivery,
  NoticeView,
} from '../../../../shared/contract/api/notices.js'
import type { AreaTree } from '../screens/area-tree.js'
import type { Screen } from '../screens/screen.repository.js'
import type { KeptDelivery, KeptNotice } from './notice.repository.js'
import { countDeliveries, noticeState, paceOf } from './notice.rules.js'

/** A notice without its board, for lists. `now` in milliseconds. */
export function noticeSummary(
  kept: KeptNotice,
  deliveries: readonly KeptDelivery[],
  now: number,
): Omit<NoticeView, 'deliveries' | 'words'> {
  const { notice, recalledAt } = kept
  return {
    id: notice.id,
    version: notice.version,
    title: notice.title,
    level: notice.level,
    drill: notice.drill,
    hold: notice.hold ?? false,
    ownerAreaId: kept.ownerAreaId,
    source: kept.source,
    issuer: notice.issuer,
    issuedBy: kept.issuedBy,
    issuedAt: notice.issuedAt,
    expiresAt: notice.expiresAt,
    recalledAt,
    state: noticeState({ recalledAt, expiresAt: notice.expiresAt }, now),
    counts: countDeliveries(deliveries),
    pace: paceOf(deliveries, notice.issuedAt),
  }
}

/** The lines of the board: those that still miss it first, then by name. */
export function deliveryLines(
  deliveries: readonly KeptDelivery[],
  around: {
    screens: ReadonlyMap<string, Screen>
    tree: AreaTree
    connected: ReadonlySet<string>
  },
): Delivery[] {
  const lines = deliveries.map((delivery): Delivery => {
    const screen = around.screens.get(delivery.screenId)
    const { receivedAt, shownAt, sentAt, endedAt, failed } = delivery
    return {
      screenId: delivery.screenId,
      screenName: screen?.settings.name ?? delivery.screenId,
      areaName: screen ? around.tree.nameOf(screen.areaId) : '',
      connected: around.connected.has(delivery.screenId),
      sentAt: sentAt ?? receivedAt ?? shownAt,
      receivedAt: receivedAt ?? shownAt,
      shownAt,
      endedAt,
      // It failed once and was shown after all.
      failed: shownAt === null ? failed : null,
    }
  })
  const byName = new Intl.Collator('vi')
  const rank = (line: Delivery) =>
    line.shownAt ? 3 : line.receivedAt ? 2 : line.failed ? 0 : 1
  return lines.sort(
    (a, b) => rank(a) - rank(b) || byName.compare(a.screenName, b.screenName),
  )
}
