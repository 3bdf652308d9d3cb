import type { Manifest, ProgrammeItem } from '../contract/manifest.js'
import { scheduleAlone } from './alone.js'
import type { Notice } from '../contract/notice.js'
import {
  eligibilityOf,
  isEligible,
  lastFlip,
  nextFlip,
  recalledReleases,
  spokenSlides,
  type Eligibility,
} from './eligibility.js'
import {
  noticesFor,
  noticesInForce,
  type TimedNotice,
} from './notices-in-force.js'
import type { Span } from './pattern.js'
import { byOrder, spreadByWeight } from './spread.js'

/**
 * A manifest read once, so that the stage may ask several times a second what
 * is on. Everything here follows from the manifest alone; what is remembered
 * only saves work and can be dropped at any time.
 */

/** One slide's turn in a rotation; `startsMs` counts from the cycle's start. */
export type Turn<T> = {
  of: T
  slideIndex: number
  startsMs: number
  endsMs: number
}

/**
 * A stretch of time in which the same things rotate. `from`/`to` are where it
 * really changes (±Infinity: never); the rotation starts anew at `from`, or at
 * the epoch if there was never a change.
 */
export type Stretch<T> = Span & {
  anchor: number
  turns: readonly Turn<T>[]
  cycleMs: number
}

export type ReadItem = { item: ProgrammeItem; eligibility: Eligibility }

export type Timeline = {
  /** Items that may ever be on: spoken here and not recalled. */
  items: readonly ReadItem[]
  notices: readonly TimedNotice[]
  languages: Manifest['screen']['languages']
  /** The stretches asked for last. */
  loop: Stretch<ProgrammeItem> | null
  takeover: Stretch<Notice> | null
}

const read = new WeakMap<Manifest, Timeline>()

/**
 * The timeline of a manifest, remembered by identity: a manifest is never
 * changed in place (withNotice and withRecall give a new one).
 */
export function timelineOf(manifest: Manifest): Timeline {
  const known = read.get(manifest)
  if (known) return known
  const { languages, timeZone } = manifest.screen
  const recalled = recalledReleases(manifest)
  const timeline: Timeline = {
    items: manifest.items
      .filter((item) => !recalled.has(item.releaseId))
      .filter((item) => spokenSlides(item.slides, languages).length > 0)
      .sort(byOrder)
      .map((item) => ({
        item,
        eligibility: eligibilityOf(scheduleAlone(manifest, item), timeZone),
      })),
    notices: noticesFor(manifest),
    languages,
    loop: null,
    takeover: null,
  }
  read.set(manifest, timeline)
  return timeline
}

/** The stretch of the loop around `instant`; no turns: nothing is eligible. */
export function loopAt(timeline: Timeline, instant: number) {
  if (!covers(timeline.loop, instant)) {
    timeline.loop = readLoop(timeline, instant)
  }
  return timeline.loop
}

/** The stretch of notices around `instant`; no turns: none is in force. */
export function takeoverAt(timeline: Timeline, instant: number) {
  if (!covers(timeline.takeover, instant)) {
    timeline.takeover = readTakeover(timeline, instant)
  }
  return timeline.takeover
}

/** The turn at `instant`, with its instants cut to the stretch. */
export function turnAt<T>(
  stretch: Stretch<T>,
  instant: number,
): { turn: Turn<T>; startsAt: number; endsAt: number } | null {
  if (stretch.cycleMs === 0) return null
  const since = instant - stretch.anchor
  const cycleStart = instant - modulo(since, stretch.cycleMs)
  const position = instant - cycleStart
  const turn = turnCovering(stretch.turns, position)
  if (!turn) return null
  return {
    turn,
    startsAt: Math.max(stretch.from, cycleStart + turn.startsMs),
    endsAt: Math.min(stretch.to, cycleStart + turn.endsMs),
  }
}

function readLoop(timeline: Timeline, instant: number): Stretch<ProgrammeItem> {
  const on = timeline.items.filter(({ eligibility }) =>
    isEligible(eligibility, instant),
  )
  const flips = timeline.items.map(({ eligibility }) => eligibility)
  const items = on.map(({ item }) => item)
  const cycle = [
    ...items.filter(({ priority }) => priority === 'priority'),
    ...spreadByWeight(items.filter(({ priority }) => priority === 'normal')),
  ]
  return stretchOf(
    latest(flips.map((eligibility) => lastFlip(eligibility, instant))),
    earliest(flips.map((eligibility) => nextFlip(eligibility, instant))),
    cycle.map((item) => ({
      of: item,
      slides: item.slides,
      shown: spokenSlides(item.slides, timeline.languages),
    })),
  )
}

function readTakeover(timeline: Timeline, instant: number): Stretch<Notice> {
  const inForce = (at: number) =>
    noticesInForce(timeline.notices, at)
      .map(({ notice }) => notice.id)
      .join()
  // A drill that comes and goes behind a real notice changes nothing.
  const edges = timeline.notices
    .flatMap(({ from, to }) => [from, to])
    .filter((edge) => inForce(edge) !== inForce(edge - 1))
  return stretchOf(
    latest(edges.filter((edge) => edge <= instant)),
    earliest(edges.filter((edge) => edge > instant)),
    noticesInForce(timeline.notices, instant).map(({ notice }) => {
      const spoken = spokenSlides(notice.slides, timeline.languages)
      return {
        of: notice,
        slides: notice.slides,
        // A warning in a foreign language is better than none.
        shown: spoken.length ? spoken : notice.slides.map((_, index) => index),
      }
    }),
  )
}

type Rotating<T> = {
  of: T
  slides: readonly { slotSeconds: number }[]
  shown: readonly number[]
}

function stretchOf<T>(
  from: number,
  to: number,
  rotating: readonly Rotating<T>[],
): Stretch<T> {
  const turns: Turn<T>[] = []
  let cycleMs = 0
  for (const { of, slides, shown } of rotating) {
    for (const slideIndex of shown) {
      const startsMs = cycleMs
      cycleMs += (slides[slideIndex]?.slotSeconds ?? 0) * 1000
      turns.push({ of, slideIndex, startsMs, endsMs: cycleMs })
    }
  }
  return { from, to, anchor: from === -Infinity ? 0 : from, turns, cycleMs }
}

function covers<T>(
  stretch: Stretch<T> | null,
  instant: number,
): stretch is Stretch<T> {
  return stretch !== null && stretch.from <= instant && instant < stretch.to
}

/** Binary search: a cycle may have thousands of turns. */
function turnCovering<T>(
  turns: readonly Turn<T>[],
  position: number,
): Turn<T> | undefined {
  let low = 0
  let high = turns.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.endsMs ?? Infinity) > position) high = middle
    else low = middle + 1
  }
  return turns[low]
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function latest(instants: readonly (number | null)[]): number {
  return instants.reduce<number>(
    (best, instant) => Math.max(best, instant ?? -Infinity),
    -Infinity,
  )
}

function earliest(instants: readonly (number | null)[]): number {
  return instants.reduce<number>(
    (best, instant) => Math.min(best, instant ?? Infinity),
    Infinity,
  )
}
