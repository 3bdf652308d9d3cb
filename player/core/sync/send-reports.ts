/*
 * Brings receipts, counters and the status to the CMS: over the link when it
 * is up, by POST when it is not, and once more until the CMS has taken them.
 */
import {
  backoffMs,
  type BackoffPolicy,
} from '../../../shared/kernel/backoff.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { AsRun } from '../../../shared/contract/receipt.js'
import type {
  Report,
  ScreenStatus,
} from '../../../shared/contract/screen-link.js'
import type { Link, Randomness, Reported, Timers, Transport } from '../ports.js'
import type { Keeper } from '../keep-document.js'
import type { SavedState } from '../saved-state.js'

export const STATUS_EVERY_MS = 30_000
/** Changes come in bursts; the fleet page needs the last of them. */
const STATUS_SETTLE_MS = 1000
const RECEIPTS_AT_ONCE = 200
const ROWS_AT_ONCE = 2000
const RETRY: BackoffPolicy = {
  firstMs: 2000,
  maxMs: 120_000,
  factor: 2,
  jitter: 0.3,
}

export type Reporter = {
  /** Receipts are waiting: send them now. */
  receiptsDue(): void
  /** Something the CMS should know has changed. */
  statusDue(): void
  /** The link came up: everything at once. */
  linkUp(): void
  stop(): void
}

type Deps = {
  transport: Pick<Transport, 'sendReport'>
  link(): Link | null
  assertion(): Promise<string>
  state: Keeper<SavedState>
  status(): Promise<ScreenStatus>
  /** Counters that changed since they were last taken. */
  asRun(): AsRun[]
  asRunTaken(rows: readonly AsRun[]): void
  timers: Timers
  random: Randomness
  log: Log
}

/** Starts reporting; the status goes every 30 s and soon after a change. */
export function createReporter(deps: Deps): Reporter {
  let stopped = false
  let sending = false
  let asked = false
  let failures = 0
  let atOnce = RECEIPTS_AT_ONCE
  let cancelRetry: () => void = () => {}
  let cancelStatus: () => void = () => {}
  let statusSoon = false
  let statusWaits = false

  const deliver = async (report: Report): Promise<Reported> => {
    const link = deps.link()
    if (link) return link.report(report)
    return deps.transport.sendReport(await deps.assertion(), report)
  }

  const sendReceipts = async (): Promise<boolean> => {
    for (;;) {
      const batch = deps.state.get().receipts.slice(0, atOnce)
      if (batch.length === 0) return true
      const done = await deliver({ receipts: batch })
      if (done === 'unsent') return false
      if (done === 'refused' && batch.length > 1) {
        // One of them is not wanted; find it instead of losing all.
        atOnce = 1
        continue
      }
      if (done === 'refused') deps.log.error({}, 'receipt refused by the cms')
      const gone = new Set(batch)
      await deps.state.change((now) => ({
        ...now,
        receipts: now.receipts.filter((jws) => !gone.has(jws)),
      }))
      if (done === 'taken' && atOnce < RECEIPTS_AT_ONCE) atOnce *= 2
    }
  }

  const receiptsDue = () => {
    asked = true
    if (sending || stopped) return
    sending = true
    void drain()
  }

  const drain = async () => {
    let sent = true
    try {
      while (asked && sent && !stopped) {
        asked = false
        sent = await sendReceipts()
      }
    } catch (error) {
      deps.log.error({ err: error }, 'receipts not sent')
      sent = false
    }
    sending = false
    cancelRetry()
    if (sent || stopped) {
      failures = 0
      return
    }
    const waitMs = backoffMs(RETRY, failures, deps.random.unit())
    failures += 1
    cancelRetry = deps.timers.after(waitMs, receiptsDue)
  }

  const sendStatus = async () => {
    statusSoon = false
    const rows = deps.asRun().slice(0, ROWS_AT_ONCE)
    const status = await deps.status()
    const done = await deliver({
      status,
      ...(rows.length ? { asRun: rows } : {}),
    })
    if (done === 'taken') deps.asRunTaken(rows)
    if (done === 'refused') deps.log.error({}, 'status refused by the cms')
  }

  const statusIn = (ms: number) => {
    cancelStatus()
    if (stopped) return
    statusWaits = true
    cancelStatus = deps.timers.after(ms, () => {
      statusWaits = false
      void sendStatus()
        .catch((error: unknown) => {
          deps.log.error({ err: error }, 'status not sent')
        })
        .then(() => {
          if (!statusWaits) statusIn(STATUS_EVERY_MS)
        })
    })
  }
  statusIn(STATUS_SETTLE_MS)

  return {
    receiptsDue,
    statusDue() {
      if (statusSoon) return
      statusSoon = true
      statusIn(STATUS_SETTLE_MS)
    },
    linkUp() {
      failures = 0
      receiptsDue()
      statusIn(0)
    },
    stop() {
      stopped = true
      cancelRetry()
      cancelStatus()
    },
  }
}
