// The area tree as rows: what is open, what a search leaves, how deep it is.
import type { AreaView } from '../../../../shared/contract/api/areas.js'
import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'

export type TreeRow =
  | {
      kind: 'area'
      id: string
      area: AreaView
      depth: number
      hasChildren: boolean
      isOpen: boolean
    }
  | { kind: 'screen'; id: string; screen: ScreenView; depth: number }

type TreeInput = {
  areas: readonly AreaView[]
  screens: readonly ScreenView[]
  /** Only these areas and what is below them; empty: all of it. */
  roots: readonly string[]
  open: ReadonlySet<string>
  /** Accents and case do not matter. */
  search: string
}

/** The rows to draw, top to bottom. A search opens what it finds. */
export function treeRows(input: TreeInput): TreeRow[] {
  const shown = new Set(input.areas.map((area) => area.id))
  const tops = input.areas.filter((area) =>
    input.roots.length > 0
      ? input.roots.includes(area.id)
      : area.parentId === null || !shown.has(area.parentId),
  )
  const wanted = foldVietnamese(input.search.trim())
  return tops.flatMap((area) => branch(input, area, 0, wanted))
}

function branch(
  input: TreeInput,
  area: AreaView,
  depth: number,
  wanted: string,
): TreeRow[] {
  const searching = wanted !== ''
  const hit = searching && foldVietnamese(area.name).includes(wanted)
  // What is below a hit is shown whole: a person may want one screen of it.
  const inner = hit ? '' : wanted
  const areas = input.areas.filter((child) => child.parentId === area.id)
  const screens = input.screens.filter(
    (screen) =>
      screen.settings.areaId === area.id && screen.health !== 'revoked',
  )
  const isOpen = searching || input.open.has(area.id)
  const below: TreeRow[] = !isOpen
    ? []
    : [
        ...screens
          .filter(
            (screen) =>
              inner === '' ||
              foldVietnamese(screen.settings.name).includes(inner),
          )
          .map((screen): TreeRow => ({
            kind: 'screen',
            id: screen.id,
            screen,
            depth: depth + 1,
          })),
        ...areas.flatMap((child) => branch(input, child, depth + 1, inner)),
      ]
  if (searching && !hit && below.length === 0) return []
  const hasChildren = areas.length + screens.length > 0
  return [
    { kind: 'area', id: area.id, area, depth, hasChildren, isOpen },
    ...below,
  ]
}
