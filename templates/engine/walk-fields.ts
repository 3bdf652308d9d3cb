import type { FieldSchema } from './field-schema.js'

/** Changes one text; the schema says what kind of text it is, the pointer where. */
export type TextChange = (
  text: string,
  schema: FieldSchema,
  pointer: string,
) => string

/** A copy of the fields with every text changed. Nothing else is touched. */
export function mapTexts(
  value: unknown,
  schema: FieldSchema | undefined,
  change: TextChange,
  pointer = '',
): unknown {
  if (typeof value === 'string') return change(value, schema ?? {}, pointer)
  if (Array.isArray(value)) {
    return value.map((item, i) =>
      mapTexts(item, schema?.items, change, `${pointer}/${i}`),
    )
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        mapTexts(
          item,
          schema?.properties?.[name],
          change,
          `${pointer}/${name}`,
        ),
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
