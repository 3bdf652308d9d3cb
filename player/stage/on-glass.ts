/*
 * What the pure function answers, said in the stage's terms: one document, in
 * one frame, from then till then. Two answers with the same key are the same
 * showing.
 */
import type { Manifest } from '../../shared/contract/manifest.js'
import type { Language } from '../../shared/contract/primitives.js'
import { explain } from '../../shared/programme/explain.js'
import { whatIsOn } from '../../shared/programme/what-is-on.js'

export type OnGlass = {
  key: string
  kind: 'item' | 'notice' | 'holding'
  id: string
  sha256: string
  frame: 'furnished' | 'full'
  language: Language
  /** Milliseconds since the epoch; open where nothing bounds it. */
  startsAt: number
  endsAt: number
}

/** What belongs on the glass at `instant`. */
export function onGlassAt(manifest: Manifest, instant: number): OnGlass {
  const showing = whatIsOn(manifest, instant)
  const startsAt = showing.startsAt ?? Number.NEGATIVE_INFINITY
  const endsAt = showing.endsAt ?? Number.POSITIVE_INFINITY
  const times = { startsAt, endsAt }
  if (showing.kind === 'holding') return holdingFor(manifest, times)
  const of = showing.kind === 'item' ? showing.item : showing.notice
  // The index comes from this very list.
  const slide = of.slides[showing.slideIndex] as (typeof of.slides)[number]
  return named(times, {
    kind: showing.kind,
    id: of.id,
    sha256: slide.sha256,
    frame: showing.kind === 'item' ? showing.item.frame : 'full',
    language: slide.language,
  })
}

/** The holding slide, for that time. */
export function holdingFor(
  manifest: Manifest,
  { startsAt, endsAt }: Pick<OnGlass, 'startsAt' | 'endsAt'>,
): OnGlass {
  return named(
    { startsAt, endsAt },
    {
      kind: 'holding',
      id: 'holding',
      sha256: manifest.furniture.holding,
      frame: 'full',
      language: manifest.screen.languages[0] ?? 'vi',
    },
  )
}

function named(
  times: Pick<OnGlass, 'startsAt' | 'endsAt'>,
  what: Omit<OnGlass, 'key' | 'startsAt' | 'endsAt'>,
): OnGlass {
  const key = `${what.kind} ${what.id} ${what.sha256} ${times.startsAt}`
  return { key, ...what, ...times }
}

/**
 * Whether what stands on the glass may go on standing there although the
 * programme is already elsewhere: a slide that is late must not cut short the
 * one before it, but what expired, was recalled or is over must go.
 */
export function mayStay(
  shown: OnGlass,
  manifest: Manifest,
  instant: number,
): boolean {
  if (shown.kind === 'holding') return true
  if (shown.kind === 'notice') {
    return onGlassAt(manifest, instant).kind === 'notice'
  }
  const item = manifest.items.find(({ id }) => id === shown.id)
  if (!item?.slides.some(({ sha256 }) => sha256 === shown.sha256)) return false
  return explain(manifest, instant).some(
    ({ itemId, eligible }) => itemId === shown.id && eligible,
  )
}

/**
 * Whether a new manifest has to take over at once instead of at the end of
 * what is shown: something urgent begins or ends, nothing is on, or what is
 * shown is no longer wanted.
 */
export function takesOverAtOnce(
  shown: OnGlass | null,
  next: Manifest,
  instant: number,
): boolean {
  if (!shown || shown.kind !== 'item') return true
  if (onGlassAt(next, instant).kind === 'notice') return true
  return !mayStay(shown, next, instant)
}
