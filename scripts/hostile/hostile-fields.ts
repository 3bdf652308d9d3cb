/*
 * Content that is legal and as bad as it gets, grown from a template's own
 * schema by a seed: longest texts, 60-letter words, stacked marks, full lists,
 * pictures of any shape or none. The same seed gives the same content.
 */
import {
  readFieldSchema,
  type FieldSchema,
} from '../../templates/engine/field-schema.js'

export type Dice = {
  /** 0 … below. */
  roll(below: number): number
  pick<T>(list: readonly T[]): T
}

/** mulberry32: small, seeded, good enough to choose words. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const roll = (below: number) => Math.floor(next() * below)
  return {
    roll,
    pick: (list) => list[roll(list.length)] as (typeof list)[number],
  }
}

const WORDS =
  'nghiêng khuỷu Nguyễn thường trực phường xã Ủy ban nhân dân quyền sử dụng đất giấy chứng nhận Ẫ Ể Ỗ Ứ ngoằn ngoèo Kông Chro Ia Sơn Chư Păh ƀôn plơi čar hrơi ê̆ ô̆ ơ̆ ư̆ Ƀ Č Ñ 1.204 9,71% 12/03/2026 và – của “để” (tại) III; phòng, chống.'.split(
    ' ',
  )
const STACKS = [
  'Ể',
  'Ẫ',
  'Ỗ',
  'Ự',
  'ộ',
  'ặ',
  'Ê̆',
  'ô̆',
  'ơ̆̆',
  'ư̆',
  'ệ',
  'ỹ',
  'g',
  'Ǖ',
  'ậ̣̂',
]
const SIZES = ['short', 'some', 'full', 'full'] as const

/** Fields that the template accepts, and that nobody sane would write. */
export function hostileFields(
  fields: unknown,
  dice: Dice,
): Record<string, unknown> {
  const schema = readFieldSchema(fields)
  if (!schema) throw new Error('not a schema')
  const grown = grow(schema, dice)
  return { ...(grown as Record<string, unknown>) }
}

function grow(schema: FieldSchema, dice: Dice): unknown {
  if (schema.enum) return dice.pick(schema.enum)
  switch (schema.type) {
    case 'object':
      return growObject(schema, dice)
    case 'array':
      return growList(schema, dice)
    case 'boolean':
      return dice.roll(2) === 1
    case 'integer':
    case 'number':
      return growNumber(schema, dice)
    default:
      return growText(schema, dice)
  }
}

function growObject(schema: FieldSchema, dice: Dice) {
  const required = new Set(schema.required ?? [])
  const grown: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const isLeftOut = !required.has(name) && dice.roll(3) === 0
    if (field['x-set-by'] !== undefined && !required.has(name)) continue
    if (!isLeftOut) grown[name] = grow(field, dice)
  }
  return grown
}

function growList(schema: FieldSchema, dice: Dice): unknown[] {
  const least = numberOf(schema, 'minItems') ?? 0
  const most = Math.min(schema.maxItems ?? 20, 200)
  const size = dice.pick(SIZES)
  const some = least + dice.roll(Math.max(1, most - least + 1))
  const count = size === 'full' ? most : size === 'short' ? least : some
  const items = schema.items ?? {}
  const key = schema['x-unique']
  return Array.from({ length: count }, (_, at) => {
    const row = grow(items, dice)
    if (key && row !== null && typeof row === 'object') {
      const first = numberOf(items.properties?.[key], 'minimum') ?? 1
      return { ...row, [key]: first + at }
    }
    return row
  })
}

function growNumber(schema: FieldSchema, dice: Dice): number {
  const low = numberOf(schema, 'minimum') ?? -999_999_999
  const high = numberOf(schema, 'maximum') ?? 999_999_999
  const value = dice.pick([low, high, low + (high - low) / 3])
  return schema.type === 'integer' ? Math.round(value) : value
}

/** A pattern's own examples: what else fits it is not for a dice to know. */
function growText(schema: FieldSchema, dice: Dice): string {
  const examples = (schema['x-examples'] as unknown[] | undefined)?.map(String)
  if (schema['x-widget'] === 'image' || schema['x-widget'] === 'video')
    return dice.pick(['odd-tall', 'odd-wide', 'odd-dot', 'square', 'portrait'])
  if (schema.format === 'date')
    return dice.pick(['2026-01-01', '2026-12-31', '2027-11-30'])
  if (schema.format === 'date-time')
    return dice.pick(['2026-11-28T09:59:00.000Z', '2026-01-01T00:00:00.000Z'])
  if (schema['x-widget'] === 'time' || schema.format === 'time') return '23:59'
  if (schema.pattern || schema.format)
    return examples?.length ? dice.pick(examples) : ''
  const most = schema.maxLength ?? 80
  const least = numberOf(schema, 'minLength') ?? 0
  const size = dice.pick(SIZES)
  if (size === 'short') return letters(Math.max(1, least), dice)
  const length =
    size === 'full' ? most : Math.max(1, least, 1 + dice.roll(most))
  return prose(length, dice, schema['x-widget'] === 'multiline')
}

function prose(length: number, dice: Dice, isLong: boolean): string {
  const kind = dice.roll(4)
  let text = ''
  while ([...text].length < length) {
    text += kind === 0 ? letters(60, dice) : dice.pick(WORDS)
    text += isLong && dice.roll(25) === 0 ? '\n' : ' '
  }
  // Cut by code point, as the schema counts; never leaves only blanks.
  return [...text].slice(0, length).join('').trim() || 'Ễ'
}

function letters(length: number, dice: Dice): string {
  let text = ''
  while ([...text].length < length) text += dice.pick(STACKS)
  return [...text].slice(0, length).join('')
}

function numberOf(
  field: FieldSchema | undefined,
  keyword: string,
): number | undefined {
  const value = field?.[keyword]
  return typeof value === 'number' ? value : undefined
}
