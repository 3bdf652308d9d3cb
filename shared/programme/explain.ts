import type { Explanation } from '../contract/api/screens.js'
import type { Manifest, ProgrammeItem } from '../contract/manifest.js'
import { aloneAt, scheduleAlone } from './alone.js'
import { localDayOf, weekdayOfDay } from '../time/zone.js'
import {
  eligibilityOf,
  isEligible,
  nextFlip,
  recalledReleases,
  spokenSlides,
  type Eligibility,
} from './eligibility.js'
import { patternSpans } from './pattern.js'
import {
  loopAt,
  takeoverAt,
  timelineOf,
  turnAt,
  type Timeline,
} from './timeline.js'
import { whatIsOn, type Showing } from './what-is-on.js'

/**
 * The twin of `whatIsOn`: why each item is or is not on, as plain words that
 * shared/text/copy says in both languages. It asks the same eligibility and
 * the same timeline, so the two cannot disagree.
 */

/** How many changes ahead we look for an item's next turn. */
const CHANGES_AHEAD = 64

/** One explanation per item, in the manifest's order. `instant` in ms. */
export function explain(manifest: Manifest, instant: number): Explanation[] {
  const timeline = timelineOf(manifest)
  const recalled = recalledReleases(manifest)
  const showing = whatIsOn(manifest, instant)
  return manifest.items.map((item) => ({
    itemId: item.id,
    title: item.title,
    ...(recalled.has(item.releaseId)
      ? off('recalled', null)
      : spokenSlides(item.slides, manifest.screen.languages).length === 0
        ? off('wrong_language', null)
        : explainItem({ manifest, timeline, showing, instant }, item)),
  }))
}

type Reasoned = Omit<Explanation, 'itemId' | 'title'>

type Asked = {
  manifest: Manifest
  timeline: Timeline
  showing: Showing
  instant: number
}

function explainItem(
  { manifest, timeline, showing, instant }: Asked,
  item: ProgrammeItem,
): Reasoned {
  const schedule = scheduleAlone(manifest, item)
  const eligibility = eligibilityOf(schedule, manifest.screen.timeZone)
  if (!isEligible(eligibility, instant)) {
    const dropAt = aloneAt(manifest, item, 'drop')
    const usual = eligibilityOf(item.schedule, manifest.screen.timeZone)
    if (dropAt !== null && dropAt <= instant && isEligible(usual, instant))
      return off('alone_too_long', null)
    return whyNot(item, eligibility, instant)
  }
  if (showing.kind === 'notice') {
    const until = endOfTakeover(timeline, instant)
    return { on: false, eligible: true, reason: 'behind_urgent', until }
  }
  if (showing.kind === 'item' && showing.item.id === item.id) {
    const until = iso(showing.endsAt)
    return { on: true, eligible: true, reason: 'on_now', until }
  }
  const until = iso(nextTurn(timeline, item, instant))
  return { on: false, eligible: true, reason: 'waits_its_turn', until }
}

/** The first bound that keeps it off, and when that bound lets it on. */
function whyNot(
  { schedule }: ProgrammeItem,
  eligibility: Eligibility,
  instant: number,
): Reasoned {
  if (schedule.expiresAt && Date.parse(schedule.expiresAt) <= instant) {
    return off('expired', null)
  }
  if (schedule.notBefore && instant < Date.parse(schedule.notBefore)) {
    return off('not_before', Date.parse(schedule.notBefore))
  }
  const { hard, pattern } = eligibility
  const inWindow = hard.some(({ from, to }) => from <= instant && instant < to)
  if (!inWindow) {
    const next = hard.find(({ from }) => from > instant)
    return off('outside_window', next?.from ?? null)
  }
  const comesOn = nextFlip(eligibility, instant)
  if (!pattern) return off('outside_window', comesOn)
  if (!pattern.weekdays) return off('outside_daypart', comesOn)
  // Right time on the wrong day, or no right day at all: the weekday's doing.
  const anyDay = patternSpans({ ...pattern, weekdays: null }, instant, instant)
  const inDaypart = anyDay.some((s) => s.from <= instant && instant < s.to)
  const today = weekdayOfDay(localDayOf(pattern.zone, instant))
  return inDaypart || !pattern.weekdays.has(today)
    ? off('wrong_weekday', comesOn)
    : off('outside_daypart', comesOn)
}

/** When the item is next on (if no new notice comes), or stops waiting. */
function nextTurn(
  timeline: Timeline,
  item: ProgrammeItem,
  instant: number,
): number | null {
  const takeover = takeoverAt(timeline, instant)
  let at = instant
  for (let change = 0; change < CHANGES_AHEAD; change++) {
    const loop = loopAt(timeline, at)
    const turns = loop.turns.filter(({ of }) => of.id === item.id)
    if (turns.length === 0) return at
    const now = turnAt(loop, at)
    const cycleStart = now ? at - positionIn(loop, at) : at
    const starts = turns
      .flatMap(({ startsMs }) => [startsMs, startsMs + loop.cycleMs])
      .map((startsMs) => cycleStart + startsMs)
      .filter((startsAt) => startsAt >= at)
    const soonest = Math.min(...starts)
    if (soonest < loop.to) return Math.min(soonest, takeover.to)
    at = loop.to
    if (at >= takeover.to) return takeover.to
  }
  return null
}

function positionIn(
  loop: { anchor: number; cycleMs: number },
  instant: number,
): number {
  const since = (instant - loop.anchor) % loop.cycleMs
  return since < 0 ? since + loop.cycleMs : since
}

/** When the glass is free of notices again. */
function endOfTakeover(timeline: Timeline, instant: number): string | null {
  let at = instant
  for (let change = 0; change < CHANGES_AHEAD * 2; change++) {
    const takeover = takeoverAt(timeline, at)
    if (takeover.turns.length === 0) return iso(at)
    at = takeover.to
  }
  return null
}

function off(reason: Explanation['reason'], until: number | null): Reasoned {
  return { on: false, eligible: false, reason, until: iso(until) }
}

function iso(instant: number | null): string | null {
  return instant === null || !Number.isFinite(instant)
    ? null
    : new Date(instant).toISOString()
}
