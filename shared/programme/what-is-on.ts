import type { Manifest, ProgrammeItem } from '../contract/manifest.js'
import type { Notice } from '../contract/notice.js'
import { loopAt, takeoverAt, timelineOf, turnAt } from './timeline.js'

/**
 * Truth 1: what is on the glass is a pure function of (manifest, instant).
 * The stage plays this, the console previews with it, the report compares
 * with it, and two screens in one hall agree by it without a word.
 */

/**
 * What is on from `startsAt` (inclusive) to `endsAt` (exclusive), in
 * milliseconds since the epoch. `slideIndex` counts in the item's or notice's
 * own `slides`. With `holding` null means: never changes on that side.
 */
export type Showing =
  | {
      kind: 'item'
      item: ProgrammeItem
      slideIndex: number
      startsAt: number
      endsAt: number
    }
  | {
      kind: 'notice'
      notice: Notice
      slideIndex: number
      startsAt: number
      endsAt: number
    }
  | { kind: 'holding'; startsAt: number | null; endsAt: number | null }

/**
 * The one thing on this screen at `instant` (ms). Notices in force take the
 * glass; else the loop of what is eligible; else the holding slide. The
 * manifest must not be changed in place afterwards.
 */
export function whatIsOn(manifest: Manifest, instant: number): Showing {
  const timeline = timelineOf(manifest)
  const takeover = takeoverAt(timeline, instant)
  const urgent = turnAt(takeover, instant)
  if (urgent) {
    const { turn, startsAt, endsAt } = urgent
    const { of: notice, slideIndex } = turn
    return { kind: 'notice', notice, slideIndex, startsAt, endsAt }
  }
  const loop = loopAt(timeline, instant)
  const usual = turnAt(loop, instant)
  // A notice that just ended or soon begins cuts the slot short.
  const from = Math.max(takeover.from, usual?.startsAt ?? loop.from)
  const to = Math.min(takeover.to, usual?.endsAt ?? loop.to)
  if (!usual) {
    return { kind: 'holding', startsAt: finite(from), endsAt: finite(to) }
  }
  const { of: item, slideIndex } = usual.turn
  return { kind: 'item', item, slideIndex, startsAt: from, endsAt: to }
}

/**
 * The earliest instant after `instant` at which the set of things that may be
 * on changes (an item or notice comes or goes); null if it never does.
 */
export function nextChange(manifest: Manifest, instant: number): number | null {
  const timeline = timelineOf(manifest)
  return finite(
    Math.min(loopAt(timeline, instant).to, takeoverAt(timeline, instant).to),
  )
}

/**
 * Everything on from `from` to `to` (ms), in order and without gaps, at most
 * `limit` showings. The first may begin before `from`, the last end after `to`.
 */
export function showingsBetween(
  manifest: Manifest,
  from: number,
  to: number,
  limit = 1000,
): Showing[] {
  const showings: Showing[] = []
  let instant = from
  while (instant < to && showings.length < limit) {
    const showing = whatIsOn(manifest, instant)
    showings.push(showing)
    if (showing.endsAt === null) break
    instant = showing.endsAt
  }
  return showings
}

function finite(instant: number): number | null {
  return Number.isFinite(instant) ? instant : null
}
