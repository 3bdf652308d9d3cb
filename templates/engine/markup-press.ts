/*
 * Handlebars, with everything it could do beyond filling in text taken away:
 * strict, only our functions, partials of the house, no unescaped output.
 */
import Handlebars from 'handlebars'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Markup, Words } from './catalogue.js'
import { templateFunctions } from './functions/template-functions.js'
import { readIcons } from './functions/icons.js'
import { checkMarkup, checkWords } from './markup.rules.js'
import { refuseTemplate } from './refuse-template.js'

const DOCUMENTS = new Set(['frame.hbs', 'holding.hbs'])

export type MarkupPress = {
  /** @throws AppError template.invalid when the file breaks a rule */
  compile(file: string, words?: readonly Words[]): Markup
}

/** A press with the partials and icons of one folder. */
export function createMarkupPress(partials: string): MarkupPress {
  const handlebars = Handlebars.create()
  const functions = templateFunctions(readIcons(join(partials, 'icons.json')))
  for (const name of readdirSync(partials).sort()) {
    if (!name.endsWith('.hbs') || DOCUMENTS.has(name)) continue
    const file = join(partials, name)
    const source = readSource(file)
    checkMarkup(file, source)
    handlebars.registerPartial(name.slice(0, -'.hbs'.length), source)
  }
  const known = {
    ...Object.fromEntries(Object.keys(functions).map((name) => [name, true])),
    log: false,
    lookup: false,
  }
  return {
    compile(file, words = []) {
      const source = readSource(file)
      checkMarkup(file, source)
      checkWords(file, source, words)
      const fill = handlebars.compile(source, {
        strict: true,
        knownHelpersOnly: true,
        knownHelpers: known,
        preventIndent: true,
      })
      return (fields, scope) =>
        fill(fields, { helpers: functions, data: { scope } })
    },
  }
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    return refuseTemplate(file, '', 'The file cannot be read.', cause)
  }
}
