import type {
  AreaDetails,
  AreaView,
} from '../../../../shared/contract/api/areas.js'
import type { Actor } from '../accounts/actor.js'
import { may } from '../accounts/permissions.rules.js'
import type { AreaMerge } from './area-history.repository.js'
import type { AreaWithCode } from './area.repository.js'
import type { AreaState } from './area-state.rules.js'
import { codeOn } from './area-state.rules.js'
import { BEGINNING, type Interval } from './interval.rules.js'

/** The row of a list. */
export function areaView(area: AreaWithCode, screenCount: number): AreaView {
  const { id, parentId, kind, name, code, validUntil, tags, version } = area
  return {
    id,
    parentId,
    kind,
    name,
    code,
    screenCount,
    validUntil,
    tags,
    version,
  }
}

type Around = {
  day: string
  screenCount: number
  merges: readonly AreaMerge[]
  /** Names of all areas spoken of here. */
  nameOf(id: string): string
  /** Who had a code and when. */
  holders: ReadonlyMap<string, readonly (Interval & { areaId: string })[]>
}

/** The whole page of one area, with what this person may do. */
export function areaDetails(
  actor: Actor,
  area: AreaState,
  around: Around,
): AreaDetails {
  const { day, nameOf, merges, holders } = around
  const shown = <T extends Interval>(span: T) => ({
    ...span,
    from: span.from === BEGINNING ? null : span.from,
  })
  const related = (merge: AreaMerge, areaId: string) => ({
    areaId,
    name: nameOf(areaId),
    on: merge.on,
    partial: merge.partial,
  })
  const row = { ...area, code: codeOn(area, day), search: '' }
  return {
    ...areaView(row, around.screenCount),
    parentName: area.parentId === null ? null : nameOf(area.parentId),
    validFrom: area.validFrom === BEGINNING ? null : area.validFrom,
    names: area.names.map(shown),
    codes: area.codes.map((span) => ({
      ...shown(span),
      alsoOf: (holders.get(span.code) ?? [])
        .filter(({ areaId }) => areaId !== area.id)
        .map((other) => ({ ...shown(other), name: nameOf(other.areaId) })),
    })),
    aliases: area.aliases,
    mergedInto: merges
      .filter(({ fromId }) => fromId === area.id)
      .map((merge) => related(merge, merge.toId)),
    mergedFrom: merges
      .filter(({ toId }) => toId === area.id)
      .map((merge) => related(merge, merge.fromId)),
    may: {
      furnish: may(actor, 'area.manage', area.path),
      govern: may(
        actor,
        'area.manage',
        area.path.length > 1 ? area.path.slice(0, -1) : area.path,
      ),
    },
  }
}
