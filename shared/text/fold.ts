/**
 * Folding for search: "thong bao" has to find "Thông báo", and "kep 5" what a
 * clerk wrote as "Kép 5".
 */

/** Letters that Unicode does not take apart into base and mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ƀ: 'b' }

/**
 * Lower case, no accents, đ→d, ƀ→b, apostrophes alike, spaces single. Works on
 * NFC and NFD alike.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[đƀ]/gu, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[‘’ʼʻ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
}
