/**
 * How often each caller came in the running minute: one book for addresses,
 * people and tokens. Several nodes tell each other what they counted, a little
 * later, so that no request waits for the database.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'

const MINUTE_MS = 60_000
const EXCHANGE_MS = 1000
/** More callers than a province has in a minute: then all begin anew. */
const KEYS_MAX = 100_000
/** Rows of one statement. */
const TOLD_AT_ONCE = 2000

type Count = { key: string; window: number; hits: number }

/** Adds counts to those of the other nodes; answers the sums. */
export type Exchange = (counted: Count[]) => Promise<Count[]>

export type RateBook = {
  /** Counts one; answers how many there are, and ms until the next minute. */
  count(key: string): { hits: number; resetMs: number }
  /** Exchanges now what was counted since the last time. */
  exchange(): Promise<void>
  /** Exchanges every second from now on; the answer ends it. */
  start(): () => void
}

type Entry = {
  /** Of all nodes, as far as is known here. */
  hits: number
  /** Counted here and not told yet. */
  untold: number
}

/** `exchange` null: this node is alone. */
export function createRateBook(deps: {
  clock: Clock
  log: Log
  exchange: Exchange | null
}): RateBook {
  const { clock, log } = deps
  let window = -1
  let entries = new Map<string, Entry>()

  const turn = (now: number) => {
    const current = Math.floor(now / MINUTE_MS)
    if (current === window && entries.size < KEYS_MAX) return
    window = current
    entries = new Map()
  }
  const exchange = async () => {
    const told = [...entries]
      .filter(([, { untold }]) => untold > 0)
      .slice(0, TOLD_AT_ONCE)
      .map(([key, entry]) => {
        const hits = entry.untold
        entry.untold = 0
        return { key, window, hits }
      })
    if (deps.exchange === null || told.length === 0) return
    for (const sum of await deps.exchange(told)) {
      const entry = sum.window === window ? entries.get(sum.key) : undefined
      // What came while the database answered is in neither sum.
      if (entry !== undefined) entry.hits = sum.hits + entry.untold
    }
  }
  return {
    count(key) {
      const now = clock.now()
      turn(now)
      const entry = entries.get(key) ?? { hits: 0, untold: 0 }
      entry.hits += 1
      entry.untold += 1
      entries.set(key, entry)
      return { hits: entry.hits, resetMs: MINUTE_MS - (now % MINUTE_MS) }
    },
    exchange,
    start() {
      if (deps.exchange === null) return () => undefined
      const timer = setInterval(() => {
        exchange().catch((error: unknown) =>
          log.debug({ err: error }, 'counts of callers not exchanged'),
        )
      }, EXCHANGE_MS)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
