/**
 * Finding words as people mean them: without accents and case, at the exact
 * place where they stand, so that they can be replaced.
 */
import { foldVietnamese } from './fold.js'
import { graphemes } from './normalise.js'

export type Found = { start: number; end: number }

/** Every whole-word place of `words` in `text`, none overlapping another. */
export function findFolded(text: string, words: string): Found[] {
  const needle = foldVietnamese(words)
  if (needle === '') return []
  const { folded, starts, ends } = foldWithPlaces(text)
  const found: Found[] = []
  for (let at = folded.indexOf(needle); at >= 0;) {
    const last = at + needle.length - 1
    const whole = !isWordAt(folded, at - 1) && !isWordAt(folded, last + 1)
    const start = starts[at]
    const end = ends[last]
    if (whole && start !== undefined && end !== undefined)
      found.push({ start, end })
    at = folded.indexOf(needle, whole ? last + 1 : at + 1)
  }
  return found
}

/** The text with every place of `words` written as `replacement`. */
export function replaceFolded(
  text: string,
  words: string,
  replacement: string,
): string {
  let result = ''
  let from = 0
  for (const { start, end } of findFolded(text, words)) {
    result += text.slice(from, start) + replacement
    from = end
  }
  return result + text.slice(from)
}

/** One folded character for each place, so that it leads back to the text. */
function foldWithPlaces(text: string) {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const grapheme of graphemes(text)) {
    const isSpace = grapheme.trim() === ''
    const letters = isSpace ? ' ' : foldVietnamese(grapheme)
    const repeats = isSpace && folded.endsWith(' ')
    if (!repeats)
      for (let unit = 0; unit < letters.length; unit += 1) {
        starts.push(at)
        ends.push(at + grapheme.length)
      }
    if (!repeats) folded += letters
    at += grapheme.length
  }
  return { folded, starts, ends }
}

function isWordAt(text: string, index: number): boolean {
  const letter = text[index]
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
}
