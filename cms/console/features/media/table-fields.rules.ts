// A table of somebody's file as the rows of a template: which column is which,
// what each cell means, and which cells cannot be read.
import type { ContentTable } from '../../../../shared/contract/api/media-content.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import { readNumber } from '../../fields/number-text.js'
import { columnsOf } from '../../fields/paste-rows.js'
import { widgetOf } from '../../fields/field-schema.js'
import { readDate, readTime } from '../../ui/time.js'

type Node = Record<string, unknown>
export type TargetColumn = { key: string; title: string; required: boolean }
/** The column of the file for each field; -1: none. */
export type Mapping = Record<string, number>

/** Field lists of a template that rows can go into. */
export function listsOf(schema: Node): { key: string; node: Node }[] {
  const properties = (schema['properties'] ?? {}) as Record<string, Node>
  return Object.entries(properties).flatMap(([key, node]) => {
    const items = node['items'] as Node | undefined
    const isList = node['type'] === 'array' && items?.['type'] === 'object'
    return isList && columnsOf(items ?? {}).length > 0 ? [{ key, node }] : []
  })
}

export function targetsOf(list: Node): TargetColumn[] {
  const items = (list['items'] ?? {}) as Node
  const required = (items['required'] ?? []) as string[]
  return columnsOf(items).map(({ key, node }) => ({
    key,
    title: typeof node['title'] === 'string' ? node['title'] : key,
    required: required.includes(key),
  }))
}

const fold = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The first ten rows may be a heading; the one that names most fields is. */
export function guessMapping(
  table: ContentTable,
  targets: readonly TargetColumn[],
): { heading: number; mapping: Mapping } {
  const tried = table.rows.slice(0, 10).map((row, heading) => {
    const mapping = mappingOf(row.cells.map(fold), targets)
    const hits = Object.values(mapping).filter((at) => at >= 0).length
    return { heading, mapping, hits }
  })
  const best = tried.reduce<(typeof tried)[number] | null>(
    (top, next) => (next.hits > (top?.hits ?? 0) ? next : top),
    null,
  )
  if (best) return best
  // No heading names anything: column after column, in order.
  const inOrder = targets.map(({ key }, at): [string, number] => [key, at])
  return { heading: -1, mapping: Object.fromEntries(inOrder) }
}

function mappingOf(
  cells: readonly string[],
  targets: readonly TargetColumn[],
): Mapping {
  const taken = new Set<number>()
  const find = (fits: (cell: string) => boolean): number => {
    const at = cells.findIndex((cell, i) => !taken.has(i) && fits(cell))
    if (at >= 0) taken.add(at)
    return at
  }
  const mapping: Mapping = {}
  for (const { key, title } of targets)
    mapping[key] = find((cell) => cell === fold(title))
  for (const { key, title } of targets)
    if (mapping[key] === -1)
      mapping[key] = find(
        (cell) => cell.length > 2 && startsAlike(cell, fold(title)),
      )
  return mapping
}

const startsAlike = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one)

export type MappedCell = { value: unknown; fault: 'unread' | 'missing' | null }
export type MappedRow = { number: number; cells: Record<string, MappedCell> }

/** Rows below the heading, each cell read as its field's kind. */
export function mapRows(
  table: ContentTable,
  list: Node,
  { heading, mapping }: { heading: number; mapping: Mapping },
): MappedRow[] {
  const columns = columnsOf((list['items'] ?? {}) as Node)
  const required = new Set(
    targetsOf(list).flatMap((one) => (one.required ? [one.key] : [])),
  )
  return table.rows.slice(heading + 1).map(({ number, cells }) => ({
    number,
    cells: Object.fromEntries(
      columns.map(({ key, node }): [string, MappedCell] => {
        const text = (cells[mapping[key] ?? -1] ?? '').trim()
        if (text === '')
          return [
            key,
            { value: undefined, fault: required.has(key) ? 'missing' : null },
          ]
        const value = valueOf(text, node, table.numbers)
        return [
          key,
          { value: value ?? text, fault: value === null ? 'unread' : null },
        ]
      }),
    ),
  }))
}

/** Null for what cannot be read as the field's kind. */
function valueOf(
  text: string,
  node: Node,
  numbers: ContentTable['numbers'],
): unknown {
  switch (widgetOf(node)) {
    case 'number':
      return numbers === 'plain' && /^-?\d+(\.\d+)?$/.test(text)
        ? Number(text)
        : readNumber(text)
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : readDate(text)
    case 'time':
      return readTime(/T(\d{2}:\d{2})$/.exec(text)?.[1] ?? text)
    case 'checkbox':
      return /^(x|1|có|yes|true|đúng)$/i.test(text)
    case 'select':
      return chosenOf(text, node)
    default:
      return text
  }
}

function chosenOf(text: string, node: Node): unknown {
  const all = Array.isArray(node['enum']) ? (node['enum'] as unknown[]) : []
  return all.find((one) => fold(String(one)) === fold(text)) ?? null
}

/** Rows as the template keeps them: without what is empty. */
export function rowsOf(mapped: readonly MappedRow[]): Node[] {
  return mapped.map(({ cells }) =>
    Object.fromEntries(
      Object.entries(cells).flatMap(([key, { value }]) =>
        value === undefined ? [] : [[key, value]],
      ),
    ),
  )
}
