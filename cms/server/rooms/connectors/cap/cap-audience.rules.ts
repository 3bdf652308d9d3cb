import type { Audience } from '../../../../../shared/contract/api/bulletins.js'
import { foldVietnamese } from '../../../../../shared/text/fold.js'
import type { CapAlert, CapArea, CapPoint } from './cap-alert.js'
import { isInside } from './cap-geometry.rules.js'

/** An area as CAP may name it: by code, or as people call it. */
export type NamedArea = { id: string; name: string; code: string | null }

/** A screen whose place on the map a technician has set. */
export type PlacedOnMap = { id: string; at: CapPoint }

/**
 * The audience an alert means, among these areas and screens: by official
 * code, then by name, and by shape for screens that are on the map. An area
 * that none of this finds is told by its description in `unknown`.
 */
export function audienceOfCap(
  alert: CapAlert,
  known: { areas: readonly NamedArea[]; screens: readonly PlacedOnMap[] },
): { audience: Pick<Audience, 'areaIds' | 'screenIds'>; unknown: string[] } {
  const areaIds = new Set<string>()
  const screenIds = new Set<string>()
  const unknown: string[] = []
  const said = alert.infos.flatMap((info) => info.areas)
  for (const area of said) {
    const named = areasNamed(area, known.areas)
    const placed = known.screens.filter(({ at }) => isInside(at, area))
    for (const { id } of named) areaIds.add(id)
    for (const { id } of placed) screenIds.add(id)
    if (named.length + placed.length === 0) unknown.push(area.areaDesc)
  }
  return {
    audience: { areaIds: [...areaIds], screenIds: [...screenIds] },
    unknown: [...new Set(unknown)],
  }
}

function areasNamed(
  area: CapArea,
  known: readonly NamedArea[],
): readonly NamedArea[] {
  const codes = new Set(area.geocodes.map(({ value }) => value))
  const byCode = known.filter(({ code }) => code !== null && codes.has(code))
  if (byCode.length > 0) return byCode
  const names = area.areaDesc.split(/[,;\n]+/u).map(nameKey)
  return known.filter(({ name }) => names.includes(nameKey(name)))
}

/** "Xã Ia Sơn" and "ia son" are one place. */
function nameKey(name: string): string {
  return foldVietnamese(name)
    .replace(/^(xa|phuong|thi tran|dac khu|tinh|thanh pho|tp\.?)\s+/u, '')
    .trim()
}
