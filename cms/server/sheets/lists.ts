/** Several things in one cell: "Đak Đoa; Đăk Đoa". */

/** As a list, each once, in their order. What holds a ; stands in quotes. */
export function readList(text: string): string[] {
  const items = text.matchAll(
    /\s*(?:"((?:[^"]|"")*)"(?=\s*(?:[;|\n]|$))|([^;|\n]*))\s*(?:[;|\n]|$)/g,
  )
  const words = [...items].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )
  return [...new Set(words.filter(Boolean))]
}

/** What `readList` reads again as the same list. */
export function listText(words: readonly string[]): string {
  return words
    .map((word) =>
      /[;|"]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word,
    )
    .join('; ')
}
