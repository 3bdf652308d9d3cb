import type { Language } from '../../../../shared/contract/primitives.js'
import type { Area } from '../areas/area.repository.js'
import type { AreaTree } from '../screens/area-tree.js'

/** How the authority of an area is called; `{area}` is the area's own name. */
const AGENCY: Record<'vi' | 'en', string> = {
  vi: 'Ủy ban nhân dân {area}',
  en: "People's Committee of {area}",
}

export type Agency = { agency: string; parentAgency: string }

/**
 * Who speaks on a screen of this area: the authority of the nearest commune or
 * province above it, and the unit that one belongs to.
 */
export function agencyOf(
  tree: AreaTree,
  areaId: string,
  language: Language,
): Agency {
  const path = tree
    .pathOf(areaId)
    .map((id) => tree.find(id))
    .filter((area): area is Area => area !== null)
  const seat = path.findLast(
    ({ kind }) => kind === 'commune' || kind === 'province',
  )
  if (!seat) return { agency: path.at(-1)?.name ?? '', parentAgency: '' }
  const parent = path[path.indexOf(seat) - 1]
  const pattern = AGENCY[language === 'en' ? 'en' : 'vi']
  const name = language === 'en' ? seat.name : lowerFirst(seat.name)
  return {
    agency: pattern.replace('{area}', name),
    parentAgency: parent && parent.kind !== 'country' ? parent.name : '',
  }
}

/**
 * The same authority as people say it, for the foot of an urgent notice, where
 * room is dear: "UBND xã Ia Sơn".
 */
export function issuerOf(tree: AreaTree, areaId: string): string {
  return agencyOf(tree, areaId, 'vi').agency.replace(/^Ủy ban nhân dân/, 'UBND')
}

/** "Xã Ia Sơn" inside a sentence: "xã Ia Sơn". */
function lowerFirst(name: string): string {
  return name.replace(/^(Xã|Phường|Đặc khu|Tỉnh|Thành phố)(?= )/u, (kind) =>
    kind.toLocaleLowerCase('vi'),
  )
}
