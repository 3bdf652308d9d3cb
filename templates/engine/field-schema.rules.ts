import { readFieldSchema, type FieldSchema } from './field-schema.js'
import { refuseTemplate } from './refuse-template.js'

/**
 * A person fills these fields, so each has its words in both languages; a
 * screen shows them, so each has a largest size.
 *
 * @throws AppError template.invalid naming the field
 */
export function checkFieldSchema(file: string, fields: unknown): void {
  const schema = readFieldSchema(fields)
  if (!schema) refuseTemplate(file, '/fields', 'Not a JSON Schema.')
  checkObject(file, '/fields', schema)
}

function checkObject(file: string, pointer: string, schema: FieldSchema): void {
  if (schema.type !== 'object' || !schema.properties) {
    refuseTemplate(file, pointer, 'An object with properties is expected.')
  }
  if (schema.additionalProperties !== false) {
    refuseTemplate(
      file,
      `${pointer}/additionalProperties`,
      'Unknown fields must be refused: write false here.',
    )
  }
  for (const name of schema.required ?? []) {
    if (!schema.properties[name]) {
      refuseTemplate(file, `${pointer}/required`, `There is no field ${name}.`)
    }
  }
  for (const [name, property] of Object.entries(schema.properties)) {
    checkProperty(file, `${pointer}/properties/${name}`, property)
  }
}

function checkProperty(
  file: string,
  pointer: string,
  field: FieldSchema,
): void {
  const english = field['x-en']
  for (const [place, words] of [
    ['title', field.title],
    ['description', field.description],
    ['x-en/title', english?.title],
    ['x-en/description', english?.description],
  ] as const) {
    if (!words) refuseTemplate(file, `${pointer}/${place}`, 'Missing words.')
  }
  checkValue(file, pointer, field)
}

/** A list of choices is read by people: each value has its words. */
function checkChoices(file: string, pointer: string, field: FieldSchema): void {
  for (const language of ['vi', 'en']) {
    const labels = field['x-labels']?.[language]
    for (const value of field.enum ?? []) {
      if (labels?.[String(value)]) continue
      refuseTemplate(
        file,
        `${pointer}/x-labels/${language}/${String(value)}`,
        'Missing words for a choice.',
      )
    }
  }
}

function checkValue(file: string, pointer: string, field: FieldSchema): void {
  checkChoices(file, pointer, field)
  switch (field.type) {
    case 'object':
      return checkObject(file, pointer, field)
    case 'array':
      if (!field.maxItems || !field.items) {
        refuseTemplate(file, pointer, 'A list needs items and maxItems.')
      }
      return checkValue(file, `${pointer}/items`, field.items)
    case 'string':
      if (!field.maxLength && !field.enum && !field.format) {
        refuseTemplate(file, pointer, 'A text needs maxLength.')
      }
      return
    case 'number':
    case 'integer':
    case 'boolean':
      return
    default:
      refuseTemplate(file, `${pointer}/type`, 'This type is not used here.')
  }
}
