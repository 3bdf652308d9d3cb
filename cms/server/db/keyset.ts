/**
 * Pages by keyset: a page begins after the sort values of the last row of the
 * page before, so that rows added meanwhile neither repeat nor hide others,
 * and the thousandth page costs what the first does.
 */
import { sql, type Expression, type SqlBool } from 'kysely'
import { AppError } from '../../../shared/kernel/app-error.js'

export type KeyKind = 'text' | 'number'
type KeyOf<K extends KeyKind> = K extends 'text' ? string : number
export type KeyValues<K extends readonly KeyKind[]> = {
  [I in keyof K]: KeyOf<K[I]>
}

/** The cursor that stands after a row with these sort values. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * The sort values in a cursor, one for each kind; undefined when none was
 * sent. Throws request.invalid for one that this list did not write.
 */
export function readCursor<const K extends readonly KeyKind[]>(
  cursor: string | undefined,
  kinds: K,
): KeyValues<K> | undefined {
  if (cursor === undefined || cursor === '') return undefined
  const values = parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  const fits =
    Array.isArray(values) &&
    values.length === kinds.length &&
    kinds.every((kind, index) => isOf(kind, values[index]))
  if (!fits) throw new AppError('request.invalid', {})
  return values as unknown as KeyValues<K>
}

/**
 * Rows after these values, all columns in one direction. The last column must
 * be unique. Row values compare alike on both dialects and use the index.
 */
export function afterKeys(
  columns: readonly string[],
  values: readonly (string | number)[],
  order: 'asc' | 'desc',
): Expression<SqlBool> {
  const left = sql.join(columns.map((column) => sql.ref(column)))
  const right = sql.join(values.map((value) => sql.val(value)))
  const sign = sql.raw(order === 'asc' ? '>' : '<')
  return sql<SqlBool>`(${left}) ${sign} (${right})`
}

/**
 * Cuts rows read with `limit + 1` to the page, and tells where the next one
 * begins.
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keysOf: (row: T) => readonly (string | number)[],
): { page: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last !== undefined
  return { page, nextCursor: more ? writeCursor(keysOf(last)) : null }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isOf(kind: KeyKind, value: unknown): boolean {
  if (kind === 'number') return Number.isSafeInteger(value)
  return typeof value === 'string' && !value.includes('\0')
}
