import type { Explanation } from '../../contract/api/screens.js'
import type { ErrorCode } from '../../contract/errors.js'
import type { Refusal } from '../../contract/receipt.js'
import { formatDateTime, formatTime } from '../../time/format.js'
import { localParts } from '../../time/zone.js'
import { formatNumber } from '../numbers.js'
import {
  FIELD_RULES,
  type Copy,
  type FieldRule,
  type Sentence,
} from './copy.js'
import { en } from './en.js'
import { PICTURES } from './pictures.js'
import { vi } from './vi.js'

/**
 * Turns codes and facts into sentences. Codes are what programs read; nobody
 * else should have to.
 */

export type CopyLanguage = 'vi' | 'en'

/** The catalogue of a language. */
export function copyOf(language: CopyLanguage): Copy {
  return language === 'en' ? en : vi
}

/**
 * What happened and what to do, for an error code. `details` fill the blanks:
 * `…At` are instants, `…Bytes` are sizes; what is missing is left unsaid.
 */
export function errorSentence(
  code: ErrorCode,
  details: Readonly<Record<string, unknown>> = {},
  language: CopyLanguage = 'vi',
): string {
  return fill(copyOf(language).errors[code], details, language)
}

/** Why an item is or is not on, in the screen's time zone. */
export function explanationSentence(
  explanation: Pick<Explanation, 'reason' | 'until'>,
  language: CopyLanguage = 'vi',
  zone?: string,
): string {
  const { reason, until } = explanation
  const soon = reason === 'on_now' || reason === 'waits_its_turn'
  const details = until
    ? {
        until: soon ? toTheSecond(until, zone) : formatDateTime(until, zone),
      }
    : {}
  return fill(copyOf(language).explanations[reason], details, language)
}

/** What is wrong with one field and how to mend it; see FIELD_RULES. */
export function fieldProblemSentence(
  rule: string,
  details: Readonly<Record<string, unknown>> = {},
  language: CopyLanguage = 'vi',
): string {
  // "At least 1 character" is a clumsy way to ask for the field at all.
  const asked = rule === 'too_short' && details['min'] === 1 ? 'required' : rule
  const known = isFieldRule(asked) ? asked : 'invalid'
  return fill(copyOf(language).fieldRules[known], details, language)
}

/** Why a screen refused what it was sent. */
export function refusalSentence(
  refusal: Refusal,
  language: CopyLanguage = 'vi',
): string {
  return fill(copyOf(language).refusals[refusal], {}, language)
}

/** The picture word 0–63 of a fingerprint: "CON VOI". */
export function fingerprintWord(
  word: number,
  language: CopyLanguage = 'vi',
): string {
  const picture = PICTURES[word]
  if (!picture) throw new RangeError(`no picture word ${word}`)
  return picture[language]
}

/** "CON VOI – 42", as the glass and the console both say it. */
export function sayFingerprint(
  fingerprint: { word: number; number: number },
  language: CopyLanguage = 'vi',
): string {
  return `${fingerprintWord(fingerprint.word, language)} – ${fingerprint.number}`
}

function isFieldRule(rule: string): rule is FieldRule {
  return (FIELD_RULES as readonly string[]).includes(rule)
}

/** The first way of saying it whose blanks can all be filled. */
function fill(
  sentence: Sentence,
  details: Readonly<Record<string, unknown>>,
  language: CopyLanguage,
): string {
  for (const way of sentence) {
    const blanks = way.matchAll(/\{(\w+)\}/gu)
    const said = new Map<string, string>()
    let isWhole = true
    for (const [, name = ''] of blanks) {
      const value = sayValue(name, details[name], language)
      if (value === null) isWhole = false
      else said.set(name, value)
    }
    if (isWhole) {
      const text = way.replace(
        /\{(\w+)\}/gu,
        (_, name: string) => said.get(name) ?? '',
      )
      return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
    }
  }
  // Never reached while every last way is without blanks, which a test holds.
  return sentence[sentence.length - 1] ?? ''
}

/** A detail as a person reads it; null when there is nothing to say. */
function sayValue(
  name: string,
  value: unknown,
  language: CopyLanguage,
): string | null {
  if (typeof value === 'number') {
    if (name.endsWith('Bytes')) return sayBytes(value, language)
    return formatNumber(value, { language })
  }
  if (Array.isArray(value)) {
    return value.length ? value.map(String).join(', ') : null
  }
  if (typeof value !== 'string' || value.trim() === '') return null
  if (name.endsWith('At') && Number.isFinite(Date.parse(value))) {
    return formatDateTime(value)
  }
  return value.length > 120 ? `${value.slice(0, 119)}…` : value
}

function sayBytes(bytes: number, language: CopyLanguage): string {
  const [size, unit] =
    bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1000, 'kB']
  return `${formatNumber(Math.round(size * 10) / 10, { language })} ${unit}`
}

function toTheSecond(instant: string, zone?: string): string {
  const { second } = localParts(Date.parse(instant), zone)
  return `${formatTime(instant, zone)}:${String(second).padStart(2, '0')}`
}
