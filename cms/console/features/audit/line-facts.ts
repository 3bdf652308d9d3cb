/**
 * Takes the details of a line apart: what changed, place by place, and what
 * only explains. Rooms write changes in two ways: `before` and `after` of the
 * whole, or `changes` by place.
 */
import type { Copy } from '../../copy/vi.js'
import { sayDate, sayTime } from '../../ui/time.js'

export type Change = { place: string; before: unknown; after: unknown }
type Details = Readonly<Record<string, unknown>>

export function factsOf(details: Details): {
  changes: Change[]
  facts: [string, unknown][]
} {
  const { before, after, changes, ...facts } = details
  return {
    changes: [...placesOf(changes), ...sidesOf(before, after)],
    facts: Object.entries(facts).filter(([, value]) => value !== undefined),
  }
}

function sidesOf(before: unknown, after: unknown): Change[] {
  if (before === undefined && after === undefined) return []
  if (!isTable(before) && !isTable(after))
    return [{ place: 'until', before, after }]
  const was = isTable(before) ? before : {}
  const is = isTable(after) ? after : {}
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((place) => ({ place, before: was[place], after: is[place] }))
}

function placesOf(changes: unknown): Change[] {
  if (Array.isArray(changes))
    return changes.filter(isTable).map(({ pointer, before, after }) => ({
      place: String(pointer),
      before,
      after,
    }))
  if (!isTable(changes)) return []
  return Object.entries(changes).map(([place, sides]) => ({
    place,
    before: isTable(sides) ? sides['before'] : undefined,
    after: isTable(sides) ? sides['after'] : undefined,
  }))
}

/** A value as people read it; what is not simple stays JSON. */
export function sayFact(value: unknown, copy: Copy): string {
  const words = copy.audit
  if (value === null || value === undefined || value === '') return words.absent
  if (value === true) return words.yes
  if (value === false) return words.no
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return JSON.stringify(value, null, 1)
  const named: Record<string, string> = {
    ...copy.bulletins.states,
    ...copy.people.roles,
  }
  if (Object.hasOwn(named, value)) return named[value] ?? value
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)
    ? `${sayTime(value)} ${sayDate(value)}`
    : value
}

function isTable(value: unknown): value is Details {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
