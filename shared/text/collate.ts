/**
 * Vietnamese order. `Intl.Collator('vi')` puts tones last over the whole
 * string and depends on the machine's ICU data; a ballot's order may not.
 * Letters count first (a ă â b … d đ e ê …), then tones (ngang, huyền, hỏi,
 * ngã, sắc, nặng), syllable by syllable. The apostrophe of H'Phik is no letter.
 */

/** Tones in dictionary order, by their combining mark; level has none. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/**
 * Letters in order: the Vietnamese 29 with the four of foreign words, and the
 * Jrai and Bahnar ones beside the letter they grew from.
 */
const ALPHABET =
  'a ă â b ƀ c č d đ e ĕ ê ê̆ f g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p q r s t u ŭ ư ư̆ v w x y z'
    .normalize('NFC')
    .split(' ')

const RANK: ReadonlyMap<string, number> = new Map(
  ALPHABET.map((letter, index) => [letter, index + 1]),
)

type Syllable = { letters: number[]; tone: number }

/**
 * Orders names as official candidate lists do: by the given name (last word),
 * then by what stands before it. `sortKey` names the given name where the last
 * word is not it ("Y Thanh Hà Niê KĐăm" → "Hà"); undefined or empty: last word.
 * A comparator for `sort`: negative, zero or positive.
 */
export function compareGivenName(
  a: string,
  b: string,
  opts: { sortKey?: (name: string) => string | undefined } = {},
): number {
  const keyA = opts.sortKey?.(a) || givenName(a)
  const keyB = opts.sortKey?.(b) || givenName(b)
  return compareVietnamese(keyA, keyB) || compareVietnamese(a, b)
}

/** The last word of a name. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? ''
}

/** Orders two texts by the Vietnamese alphabet; a comparator for `sort`. */
export function compareVietnamese(a: string, b: string): number {
  const left = syllables(a)
  const right = syllables(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = compareSyllables(left[i], right[i])
    if (difference) return difference
  }
  const [plainA, plainB] = [a.normalize('NFC'), b.normalize('NFC')]
  // Equal but for case or spacing: still one fixed order.
  return plainA === plainB ? 0 : plainA > plainB ? -1 : 1
}

function compareSyllables(a?: Syllable, b?: Syllable): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0
  for (let i = 0; i < Math.max(a.letters.length, b.letters.length); i++) {
    const difference = (a.letters[i] ?? 0) - (b.letters[i] ?? 0)
    if (difference) return difference
  }
  return a.tone - b.tone
}

function syllables(text: string): Syllable[] {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/['‘’ʼʻ`´]/gu, '')
    .split(/[\s-]+/u)
    .filter((word) => word !== '')
    .map(readSyllable)
}

function readSyllable(word: string): Syllable {
  let tone = 0
  const toneless = Array.from(word, (mark) => {
    const found = TONES.indexOf(mark)
    if (found > 0) tone = found
    return found > 0 ? '' : mark
  })
  const letters = toneless.join('').normalize('NFC')
  return { letters: Array.from(clusters(letters), rankOf), tone }
}

/** Base letters with the marks that follow them. */
function clusters(letters: string): string[] {
  return letters.match(/\P{M}\p{M}*/gu) ?? []
}

/** Unknown signs come after all letters, in code point order. */
function rankOf(letter: string): number {
  return RANK.get(letter) ?? 1000 + (letter.codePointAt(0) ?? 0)
}
