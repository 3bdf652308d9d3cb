import type { Explanation } from '../../contract/api/screens.js'
import type { ImportRowCode } from '../../contract/api/imports.js'
import type { ErrorCode } from '../../contract/errors.js'
import type { Refusal } from '../../contract/receipt.js'

/**
 * The shape of a catalogue of sentences: both languages fill the same one, so
 * a sentence can be forgotten in neither.
 */

/**
 * Ways to say one thing, the most telling first. `{name}` is filled from the
 * details at hand; the first way whose blanks can all be filled is said, so
 * the last one has no blanks.
 */
export type Sentence = readonly [string, ...string[]]
/** The sentences of one room's refusals. */
export type Sentences = Readonly<Partial<Record<ErrorCode, Sentence>>>

/** What can be wrong with one field. `invalid` stands for any other rule. */
export const FIELD_RULES = [
  'required',
  'too_long',
  'too_short',
  'too_many',
  'too_few',
  'range',
  'pattern',
  'format',
  'type',
  'choice',
  'unknown',
  'duplicate',
  'past_date',
  'wrong_order',
  'too_much_text',
  'image_too_small',
  'image_missing',
  'media_not_ready',
  'letters',
  'not_a_film',
  'not_a_picture',
  'rights_over',
  'alt_missing',
  'invalid',
] as const
export type FieldRule = (typeof FIELD_RULES)[number]

/** What a warning that came as CAP 1.2 says in our words. */
export type CapCopy = {
  /** What to do, by the standard's responseType (section 3.2.2). */
  actions: Readonly<
    Record<
      | 'Shelter'
      | 'Evacuate'
      | 'Prepare'
      | 'Execute'
      | 'Avoid'
      | 'Monitor'
      | 'Assess'
      | 'AllClear'
      | 'None',
      string
    >
  >
  where: string
  advice: string
}

export type Copy = {
  errors: Readonly<Record<ErrorCode, Sentence>>
  /** What is wrong with a row of an imported list. */
  importRows: Readonly<Record<ImportRowCode, string>>
  fieldRules: Readonly<Record<FieldRule, Sentence>>
  explanations: Readonly<Record<Explanation['reason'], Sentence>>
  refusals: Readonly<Record<Refusal, Sentence>>
  cap: CapCopy
  /** Monday first. */
  weekdays: readonly string[]
  /** January first. */
  months: readonly string[]
  /** Giêng first. */
  lunarMonths: readonly string[]
  /** Says that a lunar month is the second of its number. */
  leapMonth: string
  /** Stands with a lunar date. */
  lunarDay: string
}
