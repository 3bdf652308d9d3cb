/*
 * A screen that has heard nothing from the CMS for long. When it heard last is
 * in the manifest it plays, put there by itself: so the glass stays a pure
 * function of manifest and instant. In a manifest as the CMS sealed it there is
 * no such instant, and nothing here applies.
 */
import type { Manifest, ProgrammeItem } from '../contract/manifest.js'
import type { Schedule } from '../contract/schedule.js'
import { EVERY_CATEGORY, type AloneRule } from '../contract/screen-care.js'

const HOUR_MS = 3_600_000

type Category = Pick<ProgrammeItem, 'category'>

/** When a rule of this kind begins to hold for the item (ms); null: never. */
export function aloneAt(
  manifest: Pick<Manifest, 'alone' | 'confirmedAt'>,
  item: Category,
  then: AloneRule['then'],
): number | null {
  const { alone, confirmedAt } = manifest
  if (!alone || confirmedAt === undefined) return null
  const rule =
    alone.find(({ category }) => category === item.category) ??
    alone.find(({ category }) => category === EVERY_CATEGORY)
  if (rule?.then !== then) return null
  return Date.parse(confirmedAt) + rule.afterHours * HOUR_MS
}

/** The item's schedule, ended early where it may not be shown that old. */
export function scheduleAlone(
  manifest: Pick<Manifest, 'alone' | 'confirmedAt'>,
  item: Pick<ProgrammeItem, 'schedule' | 'category'>,
): Schedule {
  const dropAt = aloneAt(manifest, item, 'drop')
  if (dropAt === null) return item.schedule
  const { expiresAt } = item.schedule
  if (expiresAt !== undefined && Date.parse(expiresAt) <= dropAt)
    return item.schedule
  return { ...item.schedule, expiresAt: new Date(dropAt).toISOString() }
}

/**
 * The instant (ms) the glass has to name in "as of" at `instant`; null: none.
 * `item` is what is shown; the holding slide names it once anything is gone.
 */
export function asOfAt(
  manifest: Manifest,
  item: Category | null,
  instant: number,
): number | null {
  const known = Date.parse(manifest.confirmedAt ?? manifest.issuedAt)
  if (instant > Date.parse(manifest.staleAfter)) return known
  const shown = item ? [item] : manifest.items
  const isAlone = shown.some((one) =>
    (['mark', 'drop'] as const).some((then) => {
      const from = aloneAt(manifest, one, then)
      return from !== null && from <= instant
    }),
  )
  return isAlone ? known : null
}
