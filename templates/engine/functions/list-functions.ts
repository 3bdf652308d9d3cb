import { compareGivenName } from '../../../shared/text/collate.js'
import { readCall, type TemplateFunction } from './function-options.js'

type Candidate = { number: number; name: string; sortName?: string }

/**
 * The order of a candidate list: of the published numbers, or by given name as
 * the law's alphabet has it. `sortName` says which part of an ethnic name is
 * the given name; nothing is ever guessed from it twice: equal names fall back
 * to their published number.
 */
export function orderCandidates<Row extends Candidate>(
  rows: readonly Row[],
  order: unknown,
): Row[] {
  const byNumber = (a: Row, b: Row) => a.number - b.number
  if (order !== 'name') return [...rows].sort(byNumber)
  const keys = new Map(rows.map((row) => [row.name, row.sortName]))
  const sortKey = (name: string) => keys.get(name)
  return [...rows].sort(
    (a, b) => compareGivenName(a.name, b.name, { sortKey }) || byNumber(a, b),
  )
}

type Event = { date: string; from: string }

/** Rows by calendar date (yyyy-MM-dd), days and times (HH:mm) in order. */
function byDay(rows: unknown): { date: string; rows: Event[] }[] {
  const days = new Map<string, Event[]>()
  const key = ({ date, from }: Event) => `${date} ${from}`
  const inTime = asRows<Event>(rows).sort((a, b) => (key(a) < key(b) ? -1 : 1))
  for (const row of inTime) {
    days.set(row.date, [...(days.get(row.date) ?? []), row])
  }
  return Array.from(days, ([date, ofDay]) => ({ date, rows: ofDay }))
}

function asRows<Row>(value: unknown): Row[] {
  return Array.isArray(value) ? [...(value as Row[])] : []
}

/** Lists as a slide needs them. What is no list is an empty one. */
export const listFunctions: Record<string, TemplateFunction> = {
  /** The official order, however the rows were typed. */
  byNumber(...args) {
    const rows = asRows<{ number: number }>(readCall(args).first)
    return rows.sort((a, b) => a.number - b.number)
  },
  inOrder(...args) {
    const { first, second } = readCall(args)
    return orderCandidates(asRows<Candidate>(first), second)
  },
  byDay(...args) {
    return byDay(readCall(args).first)
  },
  /** `{{#each (inGroups rows size=2)}}`: rows side by side. */
  inGroups(...args) {
    const { first, hash } = readCall(args)
    const rows = asRows<unknown>(first)
    const size = Math.max(1, Number(hash['size'] ?? 2))
    return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
      rows.slice(i * size, i * size + size),
    )
  },
  /** The parts of "Đoàn kết - Dân chủ - Kỷ cương". */
  parts(...args) {
    return String(readCall(args).first ?? '')
      .split(/\s[-–—]\s/u)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  },
  /** Joins a word and a value into the key of `say`. */
  concat(...args) {
    const { first, second } = readCall(args)
    return `${String(first)}${String(second)}`
  },
  ordinal(...args) {
    return Number(readCall(args).first) + 1
  },
  /** Rows of a list, or letters of a text. */
  count(...args) {
    const { first } = readCall(args)
    return Array.isArray(first) || typeof first === 'string' ? first.length : 0
  },
  /** The first, or the second where there is none. */
  either(...args) {
    const { first, second } = readCall(args)
    return first === undefined || first === '' ? second : first
  },
  is(...args) {
    const { first, second } = readCall(args)
    return first === second
  },
  atLeast(...args) {
    const { first, second } = readCall(args)
    return Number(first) >= Number(second)
  },
}
