/*
 * Which letters the fonts of the glass have. What they lack would be drawn by
 * whatever font a box happens to carry, or as an empty square: it is refused
 * where it is typed. `test/unit/templates/engine/glass-letters.test.ts` holds
 * these lists against the fonts themselves.
 */
import { graphemes } from '../../shared/text/normalise.js'

type Range = readonly [first: number, last: number]

/**
 * What `scripts/subset-fonts.ts` keeps of Noto Sans, in one file: ơ̆ ư̆ ê̆ ô̆ have
 * no code point of their own, and a font split by unicode-range sets the breve
 * beside them.
 */
export const NOTO_LETTERS: readonly Range[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x024f],
  [0x02bb, 0x02bc],
  [0x0300, 0x033f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2044, 0x2044],
  [0x20ab, 0x20ab],
  [0x2212, 0x2212],
]

/** What Be Vietnam Pro adds where the language is set in it. */
export const VIETNAM_PRO_LETTERS: readonly Range[] = [
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
]

/** A letter with more marks than this is no letter of any language. */
const MOST_MARKS = 4
/** Line breaks and what is taken out before it is shown. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u

/**
 * The letters of a text that the glass cannot show in that language, each
 * once, in their order: signs, emoji, other scripts, towers of marks.
 */
export function lettersNotOnGlass(text: string, language: string): string[] {
  const ranges =
    language === 'jra' || language === 'bdq'
      ? NOTO_LETTERS
      : [...NOTO_LETTERS, ...VIETNAM_PRO_LETTERS]
  const missing = graphemes(text.normalize('NFC')).filter((letter) => {
    const points = [...letter].filter((sign) => !UNSEEN.test(sign))
    if (points.length > 1 + MOST_MARKS) return true
    return points.some((sign) => !isIn(ranges, sign.codePointAt(0) ?? 0))
  })
  return [...new Set(missing)]
}

function isIn(ranges: readonly Range[], point: number): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last)
}
