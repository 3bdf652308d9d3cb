/** Walks the rows of an import: each makes a plan, or says what is wrong. */
import type {
  ImportError,
  ImportRowCode,
} from '../../../shared/contract/api/imports.js'
import type { TableRecord } from './read-table.js'

export type RowError = Omit<ImportError, 'message'>

/** What is wrong with a row, and in which column. */
export class WrongRow extends Error {
  readonly column: string
  readonly code: ImportRowCode
  constructor(column: string, code: ImportRowCode) {
    super(code)
    this.column = column
    this.code = code
  }
}

/** A row may stand above the one it needs, but not in endless chains. */
const ROUNDS = 40

/**
 * Plans each row over what the rows before it left. Rows refused with one of
 * the `waits` codes are tried again after the others, so that the order of
 * rows does not count. Plans come in an order in which they can be done.
 */
export function planRows<Key extends string, Plan>(
  records: readonly TableRecord<Key>[],
  plan: (record: TableRecord<Key>) => Plan,
  waits: ReadonlySet<ImportRowCode>,
): { planned: Plan[]; errors: RowError[] } {
  const planned: Plan[] = []
  const errors: RowError[] = []
  let pending = [...records]
  for (let round = 0; pending.length > 0; round += 1) {
    const waiting: TableRecord<Key>[] = []
    const refused: RowError[] = []
    for (const record of pending)
      try {
        planned.push(plan(record))
      } catch (error) {
        if (!(error instanceof WrongRow)) throw error
        const said = rowError(record, error)
        if (!waits.has(error.code)) errors.push(said)
        else {
          waiting.push(record)
          refused.push(said)
        }
      }
    if (waiting.length === pending.length || round === ROUNDS) {
      errors.push(...refused)
      break
    }
    pending = waiting
  }
  return { planned, errors: errors.sort((a, b) => a.row - b.row) }
}

function rowError<Key extends string>(
  record: TableRecord<Key>,
  { column, code }: WrongRow,
): RowError {
  const key = column as Key
  return {
    row: record.row,
    cell: record.cell(key),
    value: (record.get(key) ?? '').slice(0, 80),
    code,
  }
}
