import type { Manifest, ProgrammeItem } from '../contract/manifest.js'
import type { Schedule } from '../contract/schedule.js'
import { DAY_MS } from '../time/zone.js'
import {
  mergeSpans,
  patternOf,
  patternSpans,
  type Pattern,
  type Span,
} from './pattern.js'

/**
 * When a schedule lets something on the glass. `whatIsOn` and `explain` ask
 * here and nowhere else, so that they can never disagree.
 */
export type Eligibility = {
  /** Window ∩ embargo ∩ expiry: ascending, apart, ends may be ±Infinity. */
  hard: readonly Span[]
  pattern: Pattern | null
}

/**
 * A week has every state of a weekly pattern; a change of clocks can swallow
 * one short daypart, so we look at more than two.
 */
const REACH_MS = 16 * DAY_MS

/** Reads a schedule once; ask it as often as you like. */
export function eligibilityOf(schedule: Schedule, zone: string): Eligibility {
  const from = at(schedule.notBefore, -Infinity)
  const to = at(schedule.expiresAt, Infinity)
  const windows = schedule.windows?.length
    ? schedule.windows.map((window) => ({
        from: Date.parse(window.from),
        to: Date.parse(window.to),
      }))
    : [{ from: -Infinity, to: Infinity }]
  const hard = mergeSpans(
    windows.map((window) => ({
      from: Math.max(window.from, from),
      to: Math.min(window.to, to),
    })),
  )
  return { hard, pattern: patternOf(schedule, zone) }
}

/** True when the schedule lets it on at `instant`. */
export function isEligible(eligibility: Eligibility, instant: number): boolean {
  const inside = eligibility.hard.some(
    (span) => span.from <= instant && instant < span.to,
  )
  if (!inside || !eligibility.pattern) return inside
  return patternSpans(eligibility.pattern, instant, instant).some(
    (span) => span.from <= instant && instant < span.to,
  )
}

/** The latest instant ≤ `instant` at which it came or went; null if never. */
export function lastFlip(
  eligibility: Eligibility,
  instant: number,
): number | null {
  for (const hard of [...eligibility.hard].reverse()) {
    if (hard.from > instant) continue
    const upTo = Math.min(hard.to, instant)
    for (const span of spansBefore(eligibility.pattern, hard, upTo)) {
      if (span.to <= instant && span.to > -Infinity) return span.to
      if (span.from <= instant && span.from > -Infinity) return span.from
    }
  }
  return null
}

/** The earliest instant > `instant` at which it comes or goes; null if never. */
export function nextFlip(
  eligibility: Eligibility,
  instant: number,
): number | null {
  for (const hard of eligibility.hard) {
    if (hard.to <= instant) continue
    const since = Math.max(hard.from, instant)
    for (const span of spansAfter(eligibility.pattern, hard, since)) {
      if (span.from > instant && span.from < Infinity) return span.from
      if (span.to > instant && span.to < Infinity) return span.to
    }
  }
  return null
}

/** Eligible spans of one hard span, latest first, near `upTo` and before. */
function spansBefore(
  pattern: Pattern | null,
  hard: Span,
  upTo: number,
): Span[] {
  if (!pattern) return [hard]
  const reach = { from: upTo - REACH_MS, to: Infinity }
  const from = Math.max(hard.from, reach.from)
  return cutTo(hard, patternSpans(pattern, from, upTo), reach).reverse()
}

/** Eligible spans of one hard span, earliest first, from `since` on. */
function spansAfter(
  pattern: Pattern | null,
  hard: Span,
  since: number,
): Span[] {
  if (!pattern) return [hard]
  const reach = { from: -Infinity, to: since + REACH_MS }
  const to = Math.min(hard.to, reach.to)
  return cutTo(hard, patternSpans(pattern, since, to), reach)
}

/**
 * Cuts pattern spans to the hard span, as far as the reach goes: beyond it not
 * all days were looked at. A span that fills the whole reach never ends on
 * that side: it goes on to the hard bound.
 */
function cutTo(hard: Span, spans: readonly Span[], reach: Span): Span[] {
  return spans
    .filter((span) => span.to > reach.from && span.from < reach.to)
    .map((span) => ({
      from: Math.max(
        hard.from,
        span.from <= reach.from ? -Infinity : span.from,
      ),
      to: Math.min(hard.to, span.to >= reach.to ? Infinity : span.to),
    }))
    .filter((span) => span.from < span.to)
}

/** Releases that a recall in the manifest takes off this screen. */
export function recalledReleases(manifest: Manifest): ReadonlySet<string> {
  return new Set(
    manifest.recalls
      .filter((recall) => recall.screens.includes(manifest.screen.id))
      .flatMap(({ target }) => (target.kind === 'release' ? [target.id] : [])),
  )
}

/** Indices of the slides in a language that the screen speaks. */
export function spokenSlides(
  slides: readonly { language: ProgrammeItem['slides'][number]['language'] }[],
  languages: Manifest['screen']['languages'],
): number[] {
  return slides.flatMap((slide, index) =>
    languages.includes(slide.language) ? [index] : [],
  )
}

function at(instant: string | undefined, otherwise: number): number {
  return instant === undefined ? otherwise : Date.parse(instant)
}
