import type { FieldSchema } from './field-schema.js'

/** Changes one text; the schema says what kind of text it is. */
export type TextChange = (text: string, schema: FieldSchema) => string

/** A copy of the fields with every text changed. Nothing else is touched. */
export function mapTexts(
  value: unknown,
  schema: FieldSchema | undefined,
  change: TextChange,
): unknown {
  if (typeof value === 'string') return change(value, schema ?? {})
  if (Array.isArray(value)) {
    return value.map((item) => mapTexts(item, schema?.items, change))
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        mapTexts(item, schema?.properties?.[name], change),
      ]),
    )
  }
  return value
}

/** Whether the text is read by a person, and not by a program. */
export function isProse(schema: FieldSchema): boolean {
  if (schema.enum || schema.format) return false
  const widget = schema['x-widget']
  return (
    widget !== 'image' &&
    widget !== 'video' &&
    widget !== 'url' &&
    widget !== 'time'
  )
}
