/**
 * Search without accents: a table keeps a folded column beside what people
 * wrote, and the words asked for are folded the same way.
 */
import { sql, type Expression, type SqlBool } from 'kysely'
import { foldVietnamese } from '../../../shared/text/fold.js'

/** More than this is a pasted text, not a search. */
const WORDS_MAX = 12

/** The folded words of a query; all have to be found. */
export function foldedWords(query: string | undefined): string[] {
  if (query === undefined) return []
  const words = foldVietnamese(query).split(' ').filter(Boolean)
  return [...new Set(words)].slice(0, WORDS_MAX)
}

/** The column holds the word somewhere; what LIKE reads as a pattern is text. */
export function holdsWord(column: string, word: string): Expression<SqlBool> {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`
}
