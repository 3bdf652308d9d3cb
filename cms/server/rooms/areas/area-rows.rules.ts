/** What one row of an area table says of one area. */
import {
  areaCodeSchema,
  areaNameSchema,
  areaTagSchema,
} from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { readList } from '../../sheets/lists.js'
import { WrongRow } from '../../sheets/plan-rows.js'
import { readDate } from '../../sheets/read-date.js'
import type { TableRecord } from '../../sheets/read-table.js'
import {
  closed,
  codeOn,
  recoded,
  renamed,
  type AreaState,
} from './area-state.rules.js'
import { readKind, type AreaColumn } from './area-table.rules.js'

type Row = TableRecord<AreaColumn>
type Days = { on: string; today: string }

const LIST_MAX = 30

/** An area that is not there yet. */
export function addedBy(
  record: Row,
  parent: AreaState | null,
  asked: Days & { newId(): string },
): AreaState {
  const kind = kindIn(record)
  if (kind === null) throw new WrongRow('kind', 'bad_kind')
  if (parent === null) throw new WrongRow('parent', 'no_parent')
  if (record.get('until')) throw new WrongRow('until', 'bad_date')
  const id = asked.newId()
  const name = nameIn(record)
  const code = codeIn(record)
  const from = dayIn(record, 'from', asked.today) ?? asked.on
  return {
    id,
    parentId: parent.id,
    kind,
    name,
    path: [...parent.path, id],
    validFrom: from,
    validUntil: null,
    version: 1,
    tags: listIn(record, 'tags') ?? [],
    aliases: listIn(record, 'aliases') ?? [],
    names: [{ name, from, until: null }],
    codes: code === null ? [] : [{ code, from, until: null }],
  }
}

/** What a row makes of an area. An empty code, kind or parent says nothing. */
export function changedBy(
  record: Row,
  { before, parent }: { before: AreaState; parent: AreaState | null },
  asked: Days,
): AreaState {
  const furnished = {
    ...before,
    tags: listIn(record, 'tags') ?? before.tags,
    aliases: listIn(record, 'aliases') ?? before.aliases,
  }
  const name = nameIn(record)
  const code = codeIn(record)
  const kind = kindIn(record) ?? before.kind
  const until = dayIn(record, 'until', asked.today)
  if (before.validUntil !== null) {
    const isSame =
      name === before.name &&
      kind === before.kind &&
      (parent === null || parent.id === before.parentId) &&
      (code === null || before.codes.some((span) => span.code === code)) &&
      (until === null || until === before.validUntil)
    if (!isSame) throw new WrongRow('name', 'closed')
    return furnished
  }
  const from = dayIn(record, 'from', asked.today) ?? asked.on
  let after: AreaState = { ...furnished, kind }
  if (parent !== null && parent.id !== before.parentId)
    after = {
      ...after,
      parentId: parent.id,
      path: [...parent.path, before.id],
    }
  if (name !== before.name)
    after = dated('from', () => renamed(after, name, from))
  if (code !== null && code !== codeOn(before, asked.today))
    after = dated('from', () => recoded(after, code, from))
  if (until !== null) after = dated('until', () => closed(after, until))
  return after
}

/** The rules of days speak for the cell that named the day. */
function dated(column: AreaColumn, work: () => AreaState): AreaState {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) throw new WrongRow(column, 'bad_date')
    throw error
  }
}

function nameIn(record: Row): string {
  const name = areaNameSchema.safeParse(record.get('name'))
  if (!name.success) throw new WrongRow('name', 'bad_name')
  return name.data
}

function codeIn(record: Row): string | null {
  const said = record.get('code')
  if (!said) return null
  if (!areaCodeSchema.safeParse(said).success)
    throw new WrongRow('code', 'bad_code')
  return said
}

function kindIn(record: Row) {
  const said = record.get('kind')
  if (!said) return null
  const kind = readKind(said)
  if (kind === null) throw new WrongRow('kind', 'bad_kind')
  return kind
}

/** A day that has come; null where the cell is empty. */
function dayIn(
  record: Row,
  column: 'from' | 'until',
  today: string,
): string | null {
  const said = record.get(column)
  if (!said) return null
  const day = readDate(said)
  if (day === null || day > today) throw new WrongRow(column, 'bad_date')
  return day
}

/** Undefined without the column; an empty cell is an empty list. */
function listIn(record: Row, column: 'aliases' | 'tags'): string[] | undefined {
  const said = record.get(column)
  if (said === undefined) return undefined
  const schema = column === 'tags' ? areaTagSchema : areaNameSchema
  const items = readList(said).map((word) => schema.safeParse(word))
  if (items.length > LIST_MAX || items.some(({ success }) => !success))
    throw new WrongRow(column, 'bad_list')
  return items.flatMap(({ data }) => data ?? [])
}
