import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Words } from './catalogue.js'
import { refuseTemplate } from './refuse-template.js'

const wordsSchema = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * The fixed words of a slide, Vietnamese and English with the same keys. Other
 * languages may be partial and fall back to Vietnamese: nothing is translated
 * by a machine.
 *
 * @throws AppError template.invalid
 */
export function readWords(file: string): Words {
  let words: Words
  try {
    words = wordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    refuseTemplate(file, '', 'Not a catalogue of words by language.', cause)
  }
  const vi = Object.keys(words['vi'] ?? {})
  const en = Object.keys(words['en'] ?? {})
  for (const key of vi) {
    if (!en.includes(key)) refuseTemplate(file, `/en/${key}`, 'Missing words.')
  }
  for (const key of en) {
    if (!vi.includes(key)) refuseTemplate(file, `/vi/${key}`, 'Missing words.')
  }
  return words
}

/** The words for a key, or null when no catalogue has it. */
export function findWords(
  catalogues: readonly Words[],
  language: string,
  key: string,
): string | null {
  for (const words of catalogues) {
    const found = words[language]?.[key] ?? words['vi']?.[key]
    if (found !== undefined) return found
  }
  return null
}
