import type { AreaKind } from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import { localDate } from '../../../../shared/time/zone.js'
import type { Actor } from '../accounts/actor.js'
import { requireMayOverAll } from '../accounts/permissions.rules.js'

const RANK: Record<AreaKind, number> = {
  country: 0,
  province: 1,
  district: 2,
  commune: 3,
  village: 4,
  site: 5,
}

/** Today's date in the province. */
export function todayOf(clock: Clock): string {
  return localDate(clock.now())
}

/** A commune never stands below a village; equals may (a site in a site). */
export function mayStandBelow(kind: AreaKind, parent: AreaKind): boolean {
  return RANK[parent] <= RANK[kind]
}

/** What an area is found by: every name, alias and code it ever had. */
export function areaSearchText(words: readonly string[]): string {
  return [...new Set(words.map(foldVietnamese))].join('\n')
}

/**
 * Names and places of areas are the business of whoever looks after the area
 * above; a commune does not rename itself. Throws auth.forbidden.
 */
export function requireOver(actor: Actor, path: readonly string[]): void {
  // The tree is everybody's to read, so a refusal has nothing to hide.
  requireMayOverAll(actor, 'area.manage', [
    path.length > 1 ? path.slice(0, -1) : path,
  ])
}

/** Acts are written down when their day has come. Throws area.bad_date. */
export function requireCome(day: string, clock: Clock): void {
  if (day > todayOf(clock)) throw new AppError('area.bad_date', { day })
}

/** Throws area.conflict unless nobody changed the area meanwhile. */
export function requireVersion(
  area: { name: string; version: number },
  expectedVersion: number,
): void {
  if (area.version !== expectedVersion)
    throw new AppError('area.conflict', {
      name: area.name,
      version: area.version,
    })
}
