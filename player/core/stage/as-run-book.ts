import type { Clock } from '../../../shared/kernel/clock.js'
import type { AsRun } from '../../../shared/contract/receipt.js'
import type { Keeper } from '../keep-document.js'
import type { Journal } from '../saved-state.js'
import { changedRows, forgetSent, rowName, rowValue } from './as-run.js'

export type AsRunBook = {
  /** What the CMS does not know yet. */
  due(): AsRun[]
  taken(rows: readonly AsRun[]): void
}

/** The counters in the journal, and which of them the CMS already has. */
export function createAsRunBook(
  journal: Keeper<Journal>,
  clock: Clock,
): AsRunBook {
  const taken = new Map<string, string>()
  return {
    due: () => changedRows(journal.get().asRun, taken),
    taken(rows) {
      for (const row of rows) taken.set(rowName(row), rowValue(row))
      journal.note((now) => ({
        ...now,
        asRun: forgetSent(now.asRun, rows, clock.now()),
      }))
      const left = new Set(journal.get().asRun.map(rowName))
      for (const name of taken.keys()) if (!left.has(name)) taken.delete(name)
    },
  }
}
