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
 * The typed fields with every required hole filled from the sample, inside
 * rows too. Optional fields stay as typed.
 */
export function fillFromSample(
  schema: Node,
  fields: Node,
  sample: Node,
): Filled {
  const filled = fillObject(schema, fields, sample)
  const borrowed = Object.keys(filled).filter((key) => {
    return JSON.stringify(filled[key]) !== JSON.stringify(fields[key])
  })
  return { fields: filled, borrowed }
}

function fillObject(schema: Node, typed: Node, sample: Node): Node {
  const required = (schema['required'] ?? []) as string[]
  const properties = (schema['properties'] ?? {}) as Record<string, Node>
  const filled: Node = { ...typed }
  for (const [key, node] of Object.entries(properties)) {
    const isHole = isEmpty(typed[key])
    if (isHole && required.includes(key) && sample[key] !== undefined) {
      filled[key] = sample[key]
    }
    if (!isHole) filled[key] = fillValue(node, typed[key], sample[key])
  }
  return filled
}

function fillValue(node: Node, typed: unknown, sample: unknown): unknown {
  const items = node['items']
  if (Array.isArray(typed) && isNode(items) && items['type'] === 'object') {
    const models = Array.isArray(sample) ? (sample as unknown[]) : []
    const filled = typed.map((row: unknown, index) => {
      const model = models[index % models.length]
      if (!isNode(model)) return row
      return fillObject(items, isNode(row) ? row : {}, model)
    })
    const least = Number(node['minItems'] ?? 0)
    return [...filled, ...models.slice(filled.length, least)]
  }
  return isNode(typed) && isNode(sample)
    ? fillObject(node, typed, sample)
    : typed
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
