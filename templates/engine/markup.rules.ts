/*
 * What a slide's markup may not contain. Fields are text: they may stand
 * between tags and in quoted attributes, never where a browser would read them
 * as an address, a style or a script.
 */
import Handlebars from 'handlebars'
import type { Words } from './catalogue.js'
import { refuseTemplate } from './refuse-template.js'
import { findWords } from './words.js'

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\{\{\{|\{\{~?&/, 'Unescaped output ({{{ or {{&) is not allowed.'],
  [
    /<\s*(script|iframe|object|embed|link|meta|base|form)\b/i,
    'This element is not allowed.',
  ],
  [/\son[a-z]+\s*=/i, 'Event attributes are not allowed.'],
  [
    /\b(href|src|srcset|style|action|data|poster)\s*=\s*["'][^"']*\{\{/i,
    'A field may not stand in this attribute.',
  ],
  [/=\s*\{\{/, 'Quote the attribute around a field.'],
  [/javascript:/i, 'Script addresses are not allowed.'],
]

/** @throws AppError template.invalid with the line in the pointer */
export function checkMarkup(file: string, source: string): void {
  for (const [pattern, message] of FORBIDDEN) {
    const found = pattern.exec(source)
    if (!found) continue
    const line = source.slice(0, found.index).split('\n').length
    refuseTemplate(file, `line ${line}`, `${message} (${found[0].trim()})`)
  }
  try {
    Handlebars.parse(source)
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    refuseTemplate(file, '', said, cause)
  }
}

/** Every `{{say "key"}}` has its words. @throws AppError template.invalid */
export function checkWords(
  file: string,
  source: string,
  catalogues: readonly Words[],
): void {
  for (const said of source.matchAll(/\bsay "([^"]+)"/g)) {
    const key = said[1] ?? ''
    if (findWords(catalogues, 'vi', key) === null) {
      refuseTemplate(file, key, `words.json has no words for "${key}".`)
    }
  }
}
