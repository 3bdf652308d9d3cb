/**
 * NFC: one code point for each letter that has one. Every text that comes in
 * passes here once, so that equal words are equal strings.
 */
export function toNfc(text: string): string {
  return text.normalize('NFC')
}

/** User-perceived characters: ê̆ is one, though it has two code points. */
export function graphemes(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
}

/**
 * At most `length` graphemes, with an ellipsis for what was cut. Never splits
 * a letter from its marks.
 */
export function clipText(text: string, length: number): string {
  const letters = graphemes(text)
  if (letters.length <= length) return text
  return `${letters
    .slice(0, Math.max(0, length - 1))
    .join('')
    .trimEnd()}…`
}

const SEGMENTER = new Intl.Segmenter('vi', { granularity: 'grapheme' })
