/**
 * How long a slide has to stand. Nobody can pause a public screen, so it is
 * slower than reading at a desk: 0.40 s a syllable (150 a minute), which is
 * aloud-speed research with room for distance, age and second language.
 */

/** More than this on one page cannot be read in a minute: paginate. */
export const MAX_SYLLABLES_PER_PAGE = 137
/** Up to this reads easily; above it the editor warns. */
export const GOOD_SYLLABLES_PER_PAGE = 70

const SETTLE_SECONDS = 5
const SECONDS_PER_SYLLABLE = 0.4
const SECONDS_PER_CHARACTER = 0.09
const QR_SECONDS = 3
const SHORTEST_SECONDS = 12
const LONGEST_SECONDS_PER_PAGE = 60

/**
 * Syllables (tiếng) a reader reads: words between spaces; each group of
 * digits counts for what is said aloud is not known, so one per group. Signs
 * alone do not count.
 */
export function countSyllables(text: string): number {
  return text
    .normalize('NFC')
    .split(/[\s/–—-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** Characters a reader sees, spaces between words included. */
export function countCharacters(text: string): number {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().length
}

/** What a document asks of its reader. */
export type ReadingLoad = {
  syllables: number
  characters: number
  hasQr: boolean
  /** How long its film runs. */
  filmSeconds?: number
}

/**
 * Seconds for one showing of a document: T = 5 a page + 0.40 per syllable or
 * 0.09 per character (Jrai and Bahnar words are not one syllable each), the
 * larger, +3 for a QR, rounded up. Never under 12 a page, so that a page with
 * one line is found and read; never over 60 for each page of 137 syllables.
 *
 * @param measuredPages how many pages it really has on that glass, where that
 *   was measured; else as many as its syllables need
 *
 * A film is shown to its end: then its length counts, if it is the longer.
 */
export function slotSecondsFor(
  text: ReadingLoad,
  measuredPages?: number,
): number {
  const needed = pagesFor(text.syllables)
  const pages = Math.max(1, measuredPages ?? needed)
  const reading = Math.max(
    SECONDS_PER_SYLLABLE * text.syllables,
    SECONDS_PER_CHARACTER * text.characters,
  )
  const seconds = Math.ceil(
    // 0.4 and 0.09 are not exact in binary: 5 + 0.4 × 70 must be 33.
    Number(
      (
        SETTLE_SECONDS * (measuredPages === undefined ? 1 : pages) +
        reading +
        (text.hasQr ? QR_SECONDS : 0)
      ).toFixed(6),
    ),
  )
  const reads = Math.min(
    Math.max(
      seconds,
      SHORTEST_SECONDS * (measuredPages === undefined ? 1 : pages),
    ),
    LONGEST_SECONDS_PER_PAGE * Math.max(pages, needed),
  )
  return Math.max(reads, Math.ceil(text.filmSeconds ?? 0))
}

/** Pages that so many syllables need at least; never less than one. */
export function pagesFor(syllables: number): number {
  return Math.max(1, Math.ceil(syllables / MAX_SYLLABLES_PER_PAGE))
}
