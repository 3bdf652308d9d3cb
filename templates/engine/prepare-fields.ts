import { bindWords } from './bind-words.js'
import { readFieldSchema } from './field-schema.js'
import { isProse, mapTexts } from './walk-fields.js'

/**
 * The fields as the slide shows them: prose with its unbreakable pairs tied.
 * They have been validated before.
 */
export function prepareFields(
  schema: unknown,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = readFieldSchema(schema) ?? undefined
  const shown = mapTexts(fields, known, (text, field) =>
    isProse(field) ? bindWords(text) : text,
  )
  return { ...(shown as Record<string, unknown>) }
}

/** The pictures the fields ask for, each once. */
export function picturesIn(
  schema: unknown,
  fields: Readonly<Record<string, unknown>>,
): string[] {
  const found = new Set<string>()
  const known = readFieldSchema(schema) ?? undefined
  mapTexts(fields, known, (text, field) => {
    if (field['x-widget'] === 'image' && text !== '') found.add(text)
    return text
  })
  return [...found]
}
