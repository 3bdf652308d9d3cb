import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'

/** Enough to find a bulletin by; whole legal texts need not be indexed. */
const MAX_CHARACTERS = 8_000

/** What a bulletin can be found by: its title and all words of all languages. */
export function searchTextOf(
  revision: Pick<RevisionInput, 'title' | 'fields'>,
): string {
  const texts: string[] = [revision.title]
  collect(revision.fields, texts)
  return foldVietnamese(texts.join(' ').slice(0, MAX_CHARACTERS))
}

/** The words to look for; all have to be found. */
export function searchWordsOf(query: string | undefined): string[] {
  return query ? foldVietnamese(query).split(' ').filter(Boolean) : []
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (value !== null && typeof value === 'object')
    for (const inner of Object.values(value)) collect(inner, texts)
}
