/** A text and what became of it, word by word, for the eye of an approver. */

export type WordRun = { kind: 'same' | 'gone' | 'new'; text: string }

/** More words than this are shown whole: the table would cost too much. */
const MOST_WORDS = 600

/**
 * Runs of words that stayed, went and came. Without the new ones they read as
 * `before`, without the gone ones as `after`.
 */
export function wordChanges(before: string, after: string): WordRun[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  if (old.length > MOST_WORDS || now.length > MOST_WORDS)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  const common = commonLengths(old, now)
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ kind: 'same', text: old[i] ?? '' })
      i += 1
      j += 1
    } else if (
      j >= now.length ||
      (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      runs.push({ kind: 'gone', text: old[i] ?? '' })
      i += 1
    } else {
      runs.push({ kind: 'new', text: now[j] ?? '' })
      j += 1
    }
  }
  return joined(runs)
}

/** Words with the space behind them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** Length of the longest common run of words from (i, j) on. */
function commonLengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  )
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      if (!row) continue
      row[j] =
        old[i] === now[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  return table
}

function at(table: number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

function joined(runs: WordRun[]): WordRun[] {
  return runs.reduce<WordRun[]>((all, run) => {
    const last = all.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else if (run.text !== '') all.push({ ...run })
    return all
  }, [])
}
