// A template's field schema, made ready for the form: the words in the reader's
// language, and which of our widgets edits what.
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import type { UiLanguage } from '../api/language-cookie.js'

type SchemaNode = Record<string, unknown>

const UNKNOWN_TO_FORM = new Set(['x-en', 'x-labels', '$schema'])

function isNode(value: unknown): value is SchemaNode {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** English words over the Vietnamese ones where the schema has them. */
export function localiseSchema(
  schema: Record<string, unknown>,
  language: UiLanguage,
): RJSFSchema {
  return localise(schema, language) as RJSFSchema
}

function localise(value: unknown, language: UiLanguage): unknown {
  if (Array.isArray(value)) return value.map((one) => localise(one, language))
  if (!isNode(value)) return value
  const english = value['x-en']
  const walked = Object.fromEntries(
    Object.entries(value)
      // The form's own walker would not know the dialect.
      .filter(([key]) => !UNKNOWN_TO_FORM.has(key))
      .map(([key, inner]) => [key, localise(inner, language)]),
  )
  return language === 'en' && isNode(english)
    ? { ...walked, ...english }
    : walked
}

/** The widget of one schema node, by `x-widget`, format, type, in that order. */
export function widgetOf(node: SchemaNode): string | undefined {
  const asked = node['x-widget']
  if (asked === 'rich') return 'rich'
  if (asked === 'multiline') return 'textarea'
  if (asked === 'image' || asked === 'picture') return 'picture'
  if (asked === 'video') return 'video'
  if (asked === 'date' || node['format'] === 'date') return 'date'
  if (asked === 'time' || node['format'] === 'time') return 'time'
  if (node['enum'] || node['oneOf']) return 'select'
  if (node['type'] === 'number' || node['type'] === 'integer') return 'number'
  if (node['type'] === 'boolean') return 'checkbox'
  if (node['type'] === 'string') return 'text'
  return undefined
}

/** What people read for each value of an `enum`, in its order; else undefined. */
function choicesOf(
  node: SchemaNode,
  language: UiLanguage,
): string[] | undefined {
  const values: unknown = node['enum']
  const labels = node['x-labels']
  if (!Array.isArray(values) || !isNode(labels)) return undefined
  const own = isNode(labels[language]) ? labels[language] : {}
  const vietnamese = isNode(labels['vi']) ? labels['vi'] : {}
  return values.map((value) =>
    String(own[String(value)] ?? vietnamese[String(value)] ?? value),
  )
}

/** The rjsf ui schema of a field schema, its choices in the reader's language. */
export function uiSchemaOf(
  schema: Record<string, unknown>,
  language: UiLanguage,
): UiSchema {
  const widget = widgetOf(schema)
  const own: UiSchema = widget === undefined ? {} : { 'ui:widget': widget }
  const choices = choicesOf(schema, language)
  if (choices) own['ui:enumNames'] = choices
  const properties = isNode(schema['properties']) ? schema['properties'] : {}
  for (const [key, node] of Object.entries(properties)) {
    if (isNode(node)) own[key] = uiSchemaOf(node, language)
  }
  const items = schema['items']
  if (isNode(items)) own['items'] = uiSchemaOf(items, language)
  return own
}

/** The name a person reads for the field at a JSON pointer. */
export function labelAt(
  schema: Record<string, unknown>,
  pointer: string,
): string {
  let node: unknown = schema
  const names: string[] = []
  for (const step of pointer.split('/').slice(1)) {
    if (!isNode(node)) break
    if (/^\d+$/.test(step) && isNode(node['items'])) {
      names.push(String(Number(step) + 1))
      node = node['items']
      continue
    }
    const properties: unknown = node['properties']
    node = isNode(properties) ? properties[step] : undefined
    if (isNode(node) && typeof node['title'] === 'string') {
      names.push(node['title'])
    }
  }
  return names.join(' › ')
}
