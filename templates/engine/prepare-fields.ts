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

const SHOWN = new Set(['image', 'video'])

/**
 * The pictures and films the fields ask for, each once; `small` where every field that
 * names it has `"x-form": "thumbnail"`.
 */
export function picturesIn(
  schema: unknown,
  fields: Readonly<Record<string, unknown>>,
): { id: string; small: boolean }[] {
  const found = new Map<string, boolean>()
  const known = readFieldSchema(schema) ?? undefined
  mapTexts(fields, known, (text, field) => {
    if (SHOWN.has(field['x-widget'] ?? '') && text !== '') {
      const small = field['x-form'] === 'thumbnail'
      found.set(text, small && found.get(text) !== false)
    }
    return text
  })
  return Array.from(found, ([id, small]) => ({ id, small }))
}
