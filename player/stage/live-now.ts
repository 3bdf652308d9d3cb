import type { Manifest } from '../../shared/contract/manifest.js'
import { asOfAt } from '../../shared/programme/alone.js'
import type { LiveValues } from '../../templates/frame/live.js'
import type { OnGlass } from './on-glass.js'

/** One ticker line stands this long; no line ever crawls. */
const TICKER_STEP_MS = 10_000

/**
 * Which page of a slide is due: pages share the slot equally. Without an end
 * (nothing else to show) each page gets half a minute, round and round.
 */
export function pageAt(
  what: Pick<OnGlass, 'startsAt' | 'endsAt'>,
  pages: number,
  now: number,
): number {
  if (pages <= 1) return 0
  const slot = what.endsAt - what.startsAt
  if (!Number.isFinite(slot)) return Math.floor(now / 30_000) % pages
  const page = Math.floor(((now - what.startsAt) / slot) * pages)
  return Math.max(0, Math.min(pages - 1, page))
}

/**
 * The live values at `now` (trusted ms): like the slide itself a function of
 * manifest and time, so that two screens in one hall turn together.
 */
export function liveNow(
  manifest: Manifest,
  what: OnGlass | null,
  at: { now: number; pages: number },
): LiveValues {
  const { now, pages } = at
  const lines = manifest.furniture.ticker
  const line = Math.floor(now / TICKER_STEP_MS) % Math.max(1, lines.length)
  const text = lines[line]
  const slot = what ? what.endsAt - what.startsAt : Infinity
  const item = manifest.items.find(({ id }) => id === what?.id) ?? null
  const asOf = what?.kind === 'notice' ? null : asOfAt(manifest, item, now)
  return {
    now,
    timeZone: manifest.screen.timeZone,
    language: what?.language ?? manifest.screen.languages[0] ?? 'vi',
    page: what ? pageAt(what, pages, now) : 0,
    pages,
    progress: what && Number.isFinite(slot) ? (now - what.startsAt) / slot : 0,
    screenName: manifest.screen.name,
    ...(text === undefined
      ? {}
      : { ticker: { text, index: line, count: lines.length } }),
    ...(asOf === null ? {} : { asOf }),
  }
}
