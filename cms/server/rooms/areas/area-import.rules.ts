/**
 * What an imported table makes of the tree: no clock, no I/O, so that what a
 * preview shows is what the import does.
 */
import type { ImportRowCode } from '../../../../shared/contract/api/imports.js'
import { planRows, WrongRow, type RowError } from '../../sheets/plan-rows.js'
import type { TableRecord } from '../../sheets/read-table.js'
import { areaDraft, type AreaDraft } from './area-draft.rules.js'
import { addedBy, changedBy } from './area-rows.rules.js'
import { findParent, findRow } from './area-row-places.rules.js'
import { mayStandBelow } from './area.rules.js'
import { differences, type AreaState } from './area-state.rules.js'
import type { AreaColumn } from './area-table.rules.js'
import { overlaps } from './interval.rules.js'

export type Planned = {
  row: number
  what: 'added' | 'changed' | 'closed' | 'unchanged'
  before: AreaState | null
  after: AreaState
  fields: ReturnType<typeof differences>
}

export type Asked = {
  /** From which day what is new holds, where a row says no other. */
  on: string
  today: string
  newId(): string
  /** Whether this person may change an area that stands at this path. */
  mayChange(path: readonly string[]): boolean
}

/** Another row may yet bring the parent, or clear the way. */
const WAITS: ReadonlySet<ImportRowCode> = new Set([
  'no_parent',
  'has_children',
  'code_taken',
  'name_taken',
])

/** Plans every row over the tree as the rows before left it. */
export function planImport(
  states: readonly AreaState[],
  records: readonly TableRecord<AreaColumn>[],
  asked: Asked,
): { planned: Planned[]; errors: RowError[] } {
  const tree = areaDraft(states, asked.today)
  const seen = new Set<string>()
  const plan = (record: TableRecord<AreaColumn>): Planned => {
    const next = planRow(tree, record, asked)
    if (seen.has(next.after.id)) throw new WrongRow('name', 'twice')
    seen.add(next.after.id)
    tree.put(next.after)
    return next
  }
  return planRows(records, plan, WAITS)
}

function planRow(
  tree: AreaDraft,
  record: TableRecord<AreaColumn>,
  asked: Asked,
): Planned {
  const { row } = record
  const before = findRow(tree, record)
  const parent = findParent(tree, record)
  const after =
    before === null
      ? addedBy(record, parent, asked)
      : changedBy(record, { before, parent }, asked)
  const fields = differences(before, after, asked.today)
  if (before !== null && Object.keys(fields).length === 0)
    return { row, what: 'unchanged', before, after: before, fields }
  for (const state of before === null ? [after] : [before, after])
    if (!asked.mayChange(state.path)) throw new WrongRow('name', 'not_yours')
  requireLaws(tree, before, after)
  const isClosed = before?.validUntil === null && after.validUntil !== null
  const what = before === null ? 'added' : isClosed ? 'closed' : 'changed'
  return { row, what, before, after, fields }
}

function requireLaws(
  tree: AreaDraft,
  before: AreaState | null,
  after: AreaState,
): void {
  requirePlace(tree, before, after)
  const isOpen = after.validUntil === null
  const isTaken = tree
    .openByName(after.name)
    .some(({ id, parentId }) => id !== after.id && parentId === after.parentId)
  if (isOpen && isTaken) throw new WrongRow('name', 'name_taken')
  const below = tree.openBelow(after.id)
  if (!isOpen && below.length > 0) throw new WrongRow('until', 'has_children')
  if (below.some(({ kind }) => !mayStandBelow(kind, after.kind)))
    throw new WrongRow('kind', 'bad_kind')
  for (const span of after.codes)
    for (const other of tree.holders(span.code))
      if (
        other.id !== after.id &&
        other.codes.some(
          (held) => held.code === span.code && overlaps(held, span),
        )
      )
        throw new WrongRow('code', 'code_taken')
}

/** No circle, no commune below a village, nothing new below what is no more. */
function requirePlace(
  tree: AreaDraft,
  before: AreaState | null,
  after: AreaState,
): void {
  if (after.parentId === null) {
    if (before?.parentId !== null || after.validUntil !== null)
      throw new WrongRow('parent', 'no_parent')
    return
  }
  const parent = tree.find(after.parentId)
  const fits =
    parent !== undefined &&
    (parent.validUntil === null || parent.id === before?.parentId) &&
    !parent.path.includes(after.id) &&
    mayStandBelow(after.kind, parent.kind)
  if (!fits) throw new WrongRow('parent', 'no_parent')
}
