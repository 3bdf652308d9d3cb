/**
 * A revision taken apart into its places, so that two of them can be compared,
 * and merged, place by place. A place is a JSON pointer (RFC 6901).
 */
import type { RevisionInput } from '../contract/api/bulletins.js'

export type Leaf = string | number | boolean | null

/** One place that reads otherwise; null: is not there. */
export type PlaceChange = {
  pointer: string
  before: string | null
  after: string | null
}

/** Every place that holds a value, in the order it is written. */
export function leavesOf(value: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  collect(value, '', leaves)
  return leaves
}

/** What a person has to look at between two revisions, place by place. */
export function revisionChanges(
  before: RevisionInput,
  after: RevisionInput,
): PlaceChange[] {
  const old = leavesOf(before)
  const now = leavesOf(after)
  const pointers = new Set([...now.keys(), ...old.keys()])
  return [...pointers].flatMap((pointer) => {
    const was = say(old.get(pointer))
    const is = say(now.get(pointer))
    return was === is ? [] : [{ pointer, before: was, after: is }]
  })
}

/**
 * The value with one place changed; nothing else is touched. An unknown place
 * changes nothing.
 */
export function withText<T>(value: T, pointer: string, text: string): T {
  const copy = structuredClone(value)
  const keys = keysOf(pointer)
  const last = keys.pop()
  let at: unknown = copy
  for (const key of keys) at = childOf(at, key)
  if (last !== undefined && typeof childOf(at, last) === 'string')
    (at as Record<string, unknown>)[last] = text
  return copy
}

/** The keys of a pointer: '/fields/vi/a~1b' → fields, vi, a/b. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function childOf(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined
  return Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function collect(
  value: unknown,
  pointer: string,
  leaves: Map<string, Leaf>,
): void {
  if (value === undefined) return
  if (value === null || typeof value !== 'object') {
    leaves.set(pointer, value as Leaf)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1')
    collect(inner, `${pointer}/${escaped}`, leaves)
  }
}

/** An empty text says nothing, so it is as good as absent. */
function say(leaf: Leaf | undefined): string | null {
  if (leaf === undefined || leaf === null || leaf === '') return null
  return String(leaf)
}
