/** Which area a row speaks of, and which one stands above it. */
import { WrongRow } from '../../sheets/plan-rows.js'
import type { TableRecord } from '../../sheets/read-table.js'
import type { AreaDraft } from './area-draft.rules.js'
import type { AreaState } from './area-state.rules.js'
import type { AreaColumn } from './area-table.rules.js'

type Row = TableRecord<AreaColumn>

/** By our id, else by its code today, else by name below its parent. */
export function findRow(tree: AreaDraft, record: Row): AreaState | null {
  const id = record.get('id')
  if (id) {
    const found = tree.find(id)
    if (found === undefined) throw new WrongRow('id', 'unknown_id')
    return found
  }
  const code = record.get('code')
  const [byCode] = code ? tree.openByCode(code) : []
  if (byCode !== undefined) return byCode
  const parent = findParent(tree, record)
  const named = tree
    .openByName(record.get('name') ?? '')
    .filter(({ parentId }) => parent === null || parentId === parent.id)
  if (named.length > 1) throw new WrongRow('name', 'ambiguous')
  return named[0] ?? null
}

/** Null where the row says nothing of it. */
export function findParent(tree: AreaDraft, record: Row): AreaState | null {
  const said = record.get('parent')
  if (!said) return null
  const [byCode] = tree.openByCode(said)
  const found = byCode ?? tree.find(said)
  if (found !== undefined) return found
  const named = tree.openByName(said)
  if (named.length > 1) throw new WrongRow('parent', 'ambiguous')
  const [only] = named
  if (only === undefined) throw new WrongRow('parent', 'no_parent')
  return only
}
