// What the preview shows while fields are still empty: the template's sample in
// the holes, so that the author sees a whole slide from the first minute.
type Node = Record<string, unknown>

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

export type Filled = {
  fields: Record<string, unknown>
  /** Names of top-level fields that come from the sample. */
  borrowed: string[]
}

/**
 * The typed fields, with every required top-level field that is empty taken
 * from the sample. Optional fields stay as typed; rows are never mixed.
 */
export function fillFromSample(
  schema: Node,
  fields: Node,
  sample: Node,
): Filled {
  const required = Array.isArray(schema['required'])
    ? (schema['required'] as string[])
    : []
  const filled: Node = { ...fields }
  const borrowed: string[] = []
  for (const key of required) {
    if (!isEmpty(fields[key]) || sample[key] === undefined) continue
    filled[key] = sample[key]
    borrowed.push(key)
  }
  return { fields: filled, borrowed }
}

/** Nothing a person would call content. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isEmpty)
  if (isNode(value)) return Object.values(value).every(isEmpty)
  return false
}

/** Drops empty strings and empty containers, so that "empty" has one shape. */
export function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune)
  if (!isNode(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isEmpty(inner))
      .map(([key, inner]) => [key, prune(inner)]),
  )
}
