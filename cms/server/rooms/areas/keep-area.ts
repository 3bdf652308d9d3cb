import { AppError } from '../../../../shared/kernel/app-error.js'
import type { AreaRepository } from './area.repository.js'
import { areaSearchText, mayStandBelow } from './area.rules.js'
import type { AreaState } from './area-state.rules.js'
import { overlaps } from './interval.rules.js'

export type AreaWriter = Pick<
  AreaRepository,
  | 'find'
  | 'listRecords'
  | 'listByCode'
  | 'listChildren'
  | 'names'
  | 'save'
  | 'savePlace'
  | 'saveNames'
  | 'saveCodes'
  | 'saveAliases'
>

/** An area with its record. Throws area.not_found. */
export async function readArea(
  areas: Pick<AreaRepository, 'find' | 'listRecords'>,
  id: string,
): Promise<AreaState> {
  const area = await areas.find(id)
  if (area === null) throw new AppError('area.not_found', { areaId: id })
  const record = (await areas.listRecords([id])).get(id)
  return { ...area, ...(record ?? { names: [], codes: [], aliases: [] }) }
}

/**
 * Writes what an act made of an area, holding the laws of the tree: one name
 * among siblings, one area to a code at a time, no circle. Throws
 * area.conflict, area.name_taken, area.code_taken, area.bad_parent.
 */
export async function keepArea(
  areas: AreaWriter,
  before: AreaState,
  after: AreaState,
): Promise<void> {
  await requireFreeCodes(areas, after)
  const hasMoved = before.parentId !== after.parentId
  if (hasMoved || before.name !== after.name)
    await requireFreeName(areas, after)
  if (hasMoved) await move(areas, before, after)
  await areas.saveNames(after.id, after.names)
  await areas.saveCodes(after.id, after.codes)
  await areas.saveAliases(after.id, after.aliases)
  if (!(await areas.save(after, searchOf(after))))
    throw new AppError('area.conflict', { name: before.name })
}

/** What the area is found by. */
export function searchOf(state: AreaState): string {
  return areaSearchText([
    state.name,
    ...state.names.map(({ name }) => name),
    ...state.aliases,
    ...state.codes.map(({ code }) => code),
  ])
}

/** Throws area.name_taken when an open sibling is called the same. */
export async function requireFreeName(
  areas: Pick<AreaRepository, 'listChildren'>,
  area: { id: string; name: string; parentId: string | null },
): Promise<void> {
  if (area.parentId === null) return
  const siblings = await areas.listChildren(area.parentId)
  if (siblings.some(({ id, name }) => id !== area.id && name === area.name))
    throw new AppError('area.name_taken', { name: area.name })
}

/** Throws area.code_taken when another area has the code on any same day. */
export async function requireFreeCodes(
  areas: Pick<AreaRepository, 'listByCode' | 'names'>,
  area: Pick<AreaState, 'id' | 'codes'>,
): Promise<void> {
  for (const span of area.codes) {
    const holder = (await areas.listByCode(span.code)).find(
      (other) => other.areaId !== area.id && overlaps(other, span),
    )
    if (holder === undefined) continue
    const names = await areas.names([holder.areaId])
    throw new AppError('area.code_taken', {
      code: span.code,
      name: names.get(holder.areaId),
    })
  }
}

async function move(
  areas: AreaWriter,
  before: AreaState,
  after: AreaState,
): Promise<void> {
  const parent =
    after.parentId === null ? null : await areas.find(after.parentId)
  if (parent === null)
    throw new AppError('area.not_found', { areaId: after.parentId })
  if (
    parent.path.includes(before.id) ||
    !mayStandBelow(after.kind, parent.kind)
  )
    throw new AppError('area.bad_parent', { name: parent.name })
  if (parent.validUntil !== null)
    throw new AppError('area.closed', { name: parent.name })
  await areas.savePlace(before, parent)
}
