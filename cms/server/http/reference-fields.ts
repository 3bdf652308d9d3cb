/** A JSON Schema as rows that people can read. */

export type Json = Record<string, unknown>
export type Field = {
  name: string
  type: string
  required: boolean
  /** How deep it lies in what is sent. */
  depth: number
}

/** Deeper ones are read in the OpenAPI document. */
const DEPTH_MAX = 3

/** The fields of an object, or of each alternative, with those inside them. */
export function fieldsOf(schema: Json, depth = 0): Field[] {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices !== undefined)
    return choices.flatMap((choice) => fieldsOf(choice, depth))
  if (schema['type'] === 'array') return fieldsOf(itemOf(schema), depth)
  const required = (schema['required'] ?? []) as string[]
  const properties = (schema['properties'] ?? {}) as Record<string, Json>
  return Object.entries(properties).flatMap(([name, inner]) => [
    { name, type: typeOf(inner), required: required.includes(name), depth },
    ...(depth < DEPTH_MAX ? fieldsOf(inner, depth + 1) : []),
  ])
}

/** In the words of JSON Schema, which both languages share. */
function typeOf(schema: Json): string {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices !== undefined)
    return [...new Set(choices.map(typeOf))].join(' | ')
  if (Array.isArray(schema['enum'])) return schema['enum'].join(' | ')
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  if (schema['type'] === 'array') return `${typeOf(itemOf(schema))}[]`
  const { type, format, minimum, maximum, maxLength } = schema
  const bounds = [
    typeof format === 'string' ? format : null,
    typeof maxLength === 'number' ? `≤ ${maxLength}` : null,
    typeof minimum === 'number' && minimum > Number.MIN_SAFE_INTEGER
      ? `≥ ${minimum}`
      : null,
    typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER
      ? `≤ ${maximum}`
      : null,
  ].filter((word) => word !== null)
  const name = typeof type === 'string' ? type : 'any'
  return bounds.length === 0 ? name : `${name} (${bounds.join(', ')})`
}

const itemOf = (schema: Json): Json => (schema['items'] ?? {}) as Json
