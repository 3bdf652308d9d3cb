/*
 * Judges the fields of a bulletin against its template, without eval, so that
 * the server before a release and the editor in a browser say the same.
 */
import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import type { FieldProblem } from '../../shared/contract/errors.js'
import type { Language } from '../../shared/contract/primitives.js'
import type { TemplateManifest } from '../../shared/contract/template.js'
import { fieldProblemSentence } from '../../shared/text/copy/say.js'
import { graphemes } from '../../shared/text/normalise.js'
import { readFieldSchema, type FieldSchema } from './field-schema.js'
import { lettersNotOnGlass } from './glass-letters.js'
import { isProse, mapTexts } from './walk-fields.js'

/** JSON Schema keyword → the word other programs switch on. */
const RULES: Readonly<Record<string, string>> = {
  required: 'required',
  maxLength: 'too_long',
  minLength: 'too_short',
  maxItems: 'too_many',
  minItems: 'too_few',
  minimum: 'range',
  maximum: 'range',
  exclusiveMinimum: 'range',
  exclusiveMaximum: 'range',
  pattern: 'pattern',
  format: 'format',
  type: 'type',
  enum: 'choice',
  const: 'choice',
  false: 'unknown',
  uniqueItems: 'duplicate',
}

/** One verdict of the validator, in our words. */
type Fault = {
  pointer: string
  rule: string
  limit?: number
  letters?: string
}

/**
 * Everything wrong with the fields, first fault per field, in the order of the
 * fields as they were sent. Empty when they may be rendered.
 *
 * @param language problems are said in English for `en`, else in Vietnamese
 */
export function validateFields(
  template: Pick<TemplateManifest, 'fields'>,
  fields: Readonly<Record<string, unknown>>,
  language: Language,
): FieldProblem[] {
  const schema = readFieldSchema(template.fields)
  if (!schema) return [{ pointer: '', rule: 'invalid', message: '' }]
  const validator = new Validator(
    withoutLengths(template.fields) as Schema,
    '2020-12',
    false,
  )
  const { errors } = validator.validate(fields)
  const faults = [
    ...errors.map((unit) => faultOf(unit, schema)),
    ...duplicates(schema, fields, ''),
    ...wrongTexts(schema, fields, language),
  ]
  const problems = new Map<string, FieldProblem>()
  for (const fault of faults) {
    if (!fault || problems.has(fault.pointer)) continue
    problems.set(fault.pointer, say(fault, schema, fields, language))
  }
  return [...problems.values()]
}

/**
 * The schema without its lengths: the validator counts code points, a person
 * counts letters, and ơ̆ is one.
 */
function withoutLengths(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutLengths)
  if (schema === null || typeof schema !== 'object') return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isLength(key, value))
      .map(([key, value]) => [key, withoutLengths(value)]),
  )
}

function isLength(key: string, value: unknown): boolean {
  const isOne = key === 'maxLength' || key === 'minLength'
  return isOne && typeof value === 'number'
}

/** Texts too long or too short in letters, or with letters no font here has. */
function wrongTexts(
  schema: FieldSchema,
  fields: Readonly<Record<string, unknown>>,
  language: Language,
): Fault[] {
  const faults: Fault[] = []
  mapTexts(fields, schema, (text, field, pointer) => {
    const length = graphemes(text).length
    const most = field.maxLength ?? Infinity
    const least = numberOf(field, 'minLength') ?? 0
    if (length > most) faults.push({ pointer, rule: 'too_long', limit: most })
    if (length < least)
      faults.push({ pointer, rule: 'too_short', limit: least })
    const missing = isProse(field) ? lettersNotOnGlass(text, language) : []
    if (missing.length > 0)
      faults.push({
        pointer,
        rule: 'letters',
        letters: missing.slice(0, 5).join(' '),
      })
    return text
  })
  return faults
}

/** Null for the validator's own echoes: an object is wrong where its part is. */
function faultOf(unit: OutputUnit, schema: FieldSchema): Fault | null {
  const rule = RULES[unit.keyword]
  if (!rule) return null
  const pointer = unit.instanceLocation.slice(1)
  if (unit.keyword === 'required') {
    const name = /"(.+)"/.exec(unit.error)?.[1] ?? ''
    return { pointer: `${pointer}/${name}`, rule }
  }
  // A known field that is wrong is reported as unknown too: only once.
  if (rule === 'unknown' && schemaAt(schema, pointer)) return null
  const limit = /(-?[\d.]+)\)?\.?$/.exec(unit.error)?.[1]
  return limit === undefined
    ? { pointer, rule }
    : { pointer, rule, limit: Number(limit) }
}

/** The schema of the field at a JSON pointer; undefined for no such field. */
function schemaAt(
  schema: FieldSchema,
  pointer: string,
): FieldSchema | undefined {
  let at: FieldSchema | undefined = schema
  for (const part of pointer.split('/').slice(1)) {
    at = at?.type === 'array' ? at.items : at?.properties?.[part]
  }
  return at
}

/** `x-unique`: two rows may not have the same official number. */
function duplicates(
  schema: FieldSchema | undefined,
  value: unknown,
  pointer: string,
): Fault[] {
  if (Array.isArray(value)) {
    const key = schema?.['x-unique']
    const seen = new Set<unknown>()
    return value.flatMap((row: unknown, i) => {
      const own = key ? (row as Record<string, unknown> | null)?.[key] : null
      const again = own != null && seen.has(own)
      seen.add(own)
      return again
        ? [{ pointer: `${pointer}/${i}/${key}`, rule: 'duplicate' }]
        : []
    })
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, item]) =>
    duplicates(schema?.properties?.[name], item, `${pointer}/${name}`),
  )
}

function say(
  fault: Fault,
  schema: FieldSchema,
  fields: Readonly<Record<string, unknown>>,
  language: Language,
): FieldProblem {
  const { pointer, rule, limit, letters } = fault
  const field = schemaAt(schema, pointer)
  const spoken = language === 'en' ? 'en' : 'vi'
  const label =
    spoken === 'en' ? (field?.['x-en']?.title ?? field?.title) : field?.title
  const value = valueAt(fields, pointer)
  const examples = (field as { 'x-examples'?: unknown[] })?.['x-examples']
  const details = {
    label,
    example: examples?.[0],
    field: pointer.split('/').at(-1),
    length: typeof value === 'string' ? graphemes(value).length : undefined,
    max: field?.maxLength ?? field?.maxItems ?? numberOf(field, 'maximum'),
    min:
      numberOf(field, 'minLength') ??
      numberOf(field, 'minItems') ??
      numberOf(field, 'minimum'),
    limit,
    letters,
  }
  return { pointer, rule, message: fieldProblemSentence(rule, details, spoken) }
}

function numberOf(
  field: FieldSchema | undefined,
  keyword: string,
): number | undefined {
  const value = (field as Record<string, unknown> | undefined)?.[keyword]
  return typeof value === 'number' ? value : undefined
}

function valueAt(fields: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, part) =>
        at !== null && typeof at === 'object'
          ? (at as Record<string, unknown>)[part]
          : undefined,
      fields,
    )
}
