/*
 * The few texts of a rendered document that change while it is shown: clock,
 * dates, countdown, page, progress, ticker. A slide has no scripts, so its
 * parent writes them, from trusted time, and only when they really change.
 */
import { inSpan, sayTimeLeft } from './live-instants.js'
import type { LiveValues } from './live-values.js'
import { localDateOf, sayLive } from './live-words.js'

export type { LiveValues } from './live-values.js'

export type LiveBinding = {
  /** Writes what changed; returns the elements whose text did. */
  update(values: LiveValues): HTMLElement[]
}

/** Steps of the time bar: fine enough for the eye, few enough for the CPU. */
const PROGRESS_STEPS = 500
const TICKER_FADE_MS = 600

/**
 * Finds the live places of a document once. `update` may be called on every
 * frame: an unchanged value costs one comparison.
 */
export function bindLive(doc: Document): LiveBinding {
  const places = Array.from(
    doc.querySelectorAll<HTMLElement>('[data-live]'),
    (element) => ({
      element,
      kind: element.dataset['live'] ?? '',
      last: null as string | null,
    }),
  )
  const conditions = Array.from(
    doc.querySelectorAll<HTMLElement>('[data-when]'),
  )
  let minute = Number.NaN
  let key = ''

  return {
    update(values) {
      const changed: HTMLElement[] = []
      // Dates and clock change by the minute: the costly ones wait for it.
      const nextMinute = Math.floor(values.now / 60_000)
      const nextKey = `${values.timeZone} ${values.language} ${values.pages}`
      const fresh = nextMinute !== minute || nextKey !== key
      for (const place of places) {
        if (!fresh && BY_MINUTE.has(place.kind)) continue
        const next = textOf(place.kind, place.element, values)
        if (next === null || next === place.last) continue
        write(place, next)
        changed.push(place.element)
      }
      if (fresh) applyConditions(conditions, values)
      minute = nextMinute
      key = nextKey
      return changed
    },
  }
}

const BY_MINUTE = new Set([
  'time',
  'solar-date',
  'lunar-date',
  'countdown',
  'count-days',
  'count-hours',
  'count-minutes',
])

function textOf(
  kind: string,
  element: HTMLElement,
  values: LiveValues,
): string | null {
  switch (kind) {
    case 'progress':
      return `${(Math.round(clamp01(values.progress) * PROGRESS_STEPS) * 100) / PROGRESS_STEPS}%`
    case 'ticker':
      return values.ticker?.text ?? ''
    case 'ticker-count':
      return values.ticker && values.ticker.count > 1
        ? `${values.ticker.index + 1}/${values.ticker.count}`
        : ''
    case 'screen-name':
      return values.screenName ?? ''
    case 'countdown':
      return String(daysUntil(element.dataset['date'] ?? '', values) ?? '')
    case 'count-days':
    case 'count-hours':
    case 'count-minutes':
      return sayTimeLeft(kind, element.dataset['at'] ?? '', values.now)
    default:
      return sayLive(kind, values)
  }
}

function write(
  place: { element: HTMLElement; kind: string; last: string | null },
  next: string,
): void {
  const { element, kind, last } = place
  place.last = next
  if (kind === 'progress') {
    element.style.width = next
    return
  }
  element.textContent = next
  if (kind === 'as-of') element.hidden = next === ''
  if (kind === 'ticker' && last) fadeIn(element)
}

function fadeIn(element: HTMLElement): void {
  const calm = element.ownerDocument.defaultView?.matchMedia(
    '(prefers-reduced-motion: reduce)',
  ).matches
  if (calm) return
  element.animate([{ opacity: 0 }, { opacity: 1 }], {
    duration: TICKER_FADE_MS,
  })
}

function applyConditions(
  elements: readonly HTMLElement[],
  values: LiveValues,
): void {
  for (const element of elements) {
    const { when = '', date = '', from, until } = element.dataset
    const holds =
      when === 'span'
        ? inSpan({ from, until }, values.now)
        : conditionHolds(when, date, values)
    if (element.dataset['when'] === 'multipage') {
      // Keeps its room: pages were counted with it.
      element.style.visibility = holds ? '' : 'hidden'
    } else if (element.hidden === holds) element.hidden = !holds
  }
}

/** Whether a `data-when` element is to be seen. Unknown words: always. */
export function conditionHolds(
  when: string,
  date: string,
  values: LiveValues,
): boolean {
  if (when === 'multipage') return values.pages > 1
  const days = daysUntil(date, values)
  if (days === null) return true
  if (when === 'before') return days > 0
  if (when === 'today') return days === 0
  if (when === 'after') return days < 0
  return true
}

/** Calendar days from today, in the screen's zone, to a yyyy-MM-dd date. */
export function daysUntil(
  date: string,
  values: Pick<LiveValues, 'now' | 'timeZone'>,
): number | null {
  const target = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(target)) return null
  const today = Date.parse(`${localDateOf(values)}T00:00:00Z`)
  return Math.round((target - today) / 86_400_000)
}

function clamp01(value: number): number {
  return Math.max(0, Math.min(1, Number.isFinite(value) ? value : 0))
}
