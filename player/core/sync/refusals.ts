import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Refusal } from '../../../shared/contract/receipt.js'
import type { ScreenStatus } from '../../../shared/contract/screen-link.js'

export type RefusalEntry = ScreenStatus['refusals'][number]

/** The last refusals, for the status. Kept for one run of the player. */
export type Refusals = {
  add(what: RefusalEntry['what'], reason: Refusal, detail: string): void
  list(): RefusalEntry[]
}

const MOST = 20

/**
 * Remembers why something was not believed. The same thing again only renews
 * its time, so that one bad manifest asked for every minute hides nothing.
 */
export function createRefusals(deps: {
  clock: Clock
  log: Log
  onAdded(): void
}): Refusals {
  let entries: RefusalEntry[] = []
  return {
    add(what, reason, detail) {
      const at = new Date(deps.clock.now()).toISOString()
      const short = detail.slice(0, 200)
      deps.log.warn({ what, reason, detail: short }, 'refused')
      const same = (e: RefusalEntry) =>
        e.what === what && e.reason === reason && e.detail === short
      const others = entries.filter((e) => !same(e))
      entries = [...others, { what, reason, at, detail: short }].slice(-MOST)
      deps.onAdded()
    },
    list: () => entries,
  }
}
