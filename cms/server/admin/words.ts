/** Puts the sentences of the catalogues into words, in the language asked for. */
import { en } from './copy/en.js'
import { vi, type Copy } from './copy/vi.js'

const CATALOGUES = { vi, en } as const satisfies Record<string, Copy>

export type Language = keyof typeof CATALOGUES
export type SentenceKey = keyof Copy

type Blank<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blank<Rest>
  : never
type BlankOf<K extends SentenceKey> = Blank<(typeof vi)[K]>

/** Sentences without blanks. */
export type PlainKey = {
  [K in SentenceKey]: [BlankOf<K>] extends [never] ? K : never
}[SentenceKey]

type Values = Readonly<Record<string, string | number>>
type Given<K extends SentenceKey> = [BlankOf<K>] extends [never]
  ? []
  : [values: Readonly<Record<BlankOf<K>, string | number>>]

export type Words = {
  readonly language: Language
  /** The sentence with every {name} filled from the values. */
  fill<K extends SentenceKey>(key: K, ...given: Given<K>): string
}

/** The words of one language. */
export function wordsIn(language: Language): Words {
  return {
    language,
    fill: (key, ...given) =>
      fillBlanks(CATALOGUES[language][key], given[0] ?? {}),
  }
}

/**
 * Takes `--lang vi|en` out of a command line, wherever it stands; Vietnamese
 * when it is not there, the last one when it comes twice. null: no language
 * we speak.
 */
export function takeLanguage(
  said: readonly string[],
): { language: Language; rest: string[] } | null {
  let language: string | undefined = 'vi'
  const rest: string[] = []
  const left = [...said]
  for (let word = left.shift(); word !== undefined; word = left.shift())
    if (word === '--lang') language = left.shift()
    else if (word.startsWith('--lang=')) language = word.slice(7)
    else rest.push(word)
  return isLanguage(language) ? { language, rest } : null
}

function isLanguage(said: string | undefined): said is Language {
  return said !== undefined && Object.hasOwn(CATALOGUES, said)
}

/** In one pass: braces inside a value stay as they are. */
function fillBlanks(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) =>
    String(values[name] ?? blank),
  )
}
