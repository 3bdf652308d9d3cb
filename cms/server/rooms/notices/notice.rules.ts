import type {
  Delivery,
  NoticeView,
} from '../../../../shared/contract/api/notices.js'
import { clipText } from '../../../../shared/text/normalise.js'
import { NOTICE_MAX_MS } from '../../../../shared/seal/open.js'

/** Whether a notice issued `now` may live until `expiresAt`: at most 24 h. */
export function isGoodExpiry(expiresAt: string, now: number): boolean {
  const end = Date.parse(expiresAt)
  return end > now && end <= now + NOTICE_MAX_MS
}

/** What lists call a notice: the hazard and what to do, as they were written. */
export function noticeTitle(
  fields: Readonly<Record<string, unknown>>,
  fallback: string,
): string {
  const words = ['title', 'hazard', 'action'].flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' && value.trim() ? [value.trim()] : []
  })
  return clipText(words.join(' – ') || fallback, 200)
}

/** What a notice is now, for people. */
export function noticeState(
  notice: { recalledAt: string | null; expiresAt: string },
  now: number,
): NoticeView['state'] {
  if (notice.recalledAt !== null) return 'recalled'
  return Date.parse(notice.expiresAt) <= now ? 'ended' : 'in_force'
}

/**
 * The numbers over the board. Whoever has received was also sent it, by
 * whichever way; missing are those that have not shown it.
 */
export function countDeliveries(
  deliveries: readonly Pick<Delivery, 'sentAt' | 'receivedAt' | 'shownAt'>[],
): NoticeView['counts'] {
  const having = (test: (delivery: (typeof deliveries)[number]) => unknown) =>
    deliveries.filter(test).length
  const shown = having(({ shownAt }) => shownAt)
  return {
    screens: deliveries.length,
    sent: having(
      ({ sentAt, receivedAt, shownAt }) => sentAt ?? receivedAt ?? shownAt,
    ),
    received: having(({ receivedAt, shownAt }) => receivedAt ?? shownAt),
    shown,
    missing: deliveries.length - shown,
  }
}

/**
 * How long it took from the seal to the glass, ms, over those that have shown
 * it; null before the first.
 */
export function paceOf(
  deliveries: readonly Pick<Delivery, 'shownAt'>[],
  issuedAt: string,
): NoticeView['pace'] {
  const issued = Date.parse(issuedAt)
  const took = deliveries
    .flatMap(({ shownAt }) => (shownAt ? [Date.parse(shownAt) - issued] : []))
    .map((ms) => Math.max(0, ms))
    .sort((a, b) => a - b)
  if (took.length === 0) return null
  const medianMs = took[Math.floor((took.length - 1) / 2)]!
  return { medianMs, slowestMs: took.at(-1)! }
}

/**
 * How long manifests wait behind a push: sealing a thousand of them takes a
 * second of the processor, just when a thousand receipts come in.
 */
export function settleMs(screens: readonly string[]): number {
  return screens.length <= 20 ? 0 : 3000
}
