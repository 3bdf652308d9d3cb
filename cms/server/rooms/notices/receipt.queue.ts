/**
 * Writes receipts in groups: a thousand screens answer one notice within the
 * same instant, and a thousand separate commits would take seconds. A receipt
 * is acknowledged only after the commit that holds it.
 */
import type { Log } from '../../../../shared/kernel/log.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { KeptDelivery } from './notice.repository.js'
import type { ReceiptRepository, SignedReceipt } from './receipt.repository.js'

export type ReceiptQueue = {
  /** Resolves when they are durable. */
  add(receipts: readonly SignedReceipt[]): Promise<void>
}

type Deps = {
  announcer: Pick<Announcer, 'tellConsoles'>
  log: Log
  inTransaction: InTransaction<{
    receipts: Pick<ReceiptRepository, 'save' | 'listMeant' | 'saveDeliveries'>
  }>
}

type Waiting = {
  receipts: readonly SignedReceipt[]
  resolve: () => void
  reject: (error: unknown) => void
}

/** How long the first one waits for company. */
const GATHER_MS = 4
const GROUP = 250

export function createReceiptQueue(deps: Deps): ReceiptQueue {
  let waiting: Waiting[] = []
  let running = false

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup()
      try {
        await keep(
          deps,
          group.flatMap((one) => one.receipts),
        )
        for (const { resolve } of group) resolve()
      } catch (error) {
        // Not acknowledged: the screens keep them and send them again.
        deps.log.error({ err: error }, 'receipts not kept')
        for (const { reject } of group) reject(error)
      }
    }
    running = false
  }

  function takeGroup(): Waiting[] {
    let size = 0
    let count = 0
    for (const { receipts } of waiting) {
      if (count > 0 && size + receipts.length > GROUP) break
      size += receipts.length
      count += 1
    }
    const group = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return group
  }

  return {
    add(receipts) {
      if (receipts.length === 0) return Promise.resolve()
      return new Promise((resolve, reject) => {
        waiting.push({ receipts, resolve, reject })
        if (running) return
        running = true
        setTimeout(() => void run(), GATHER_MS)
      })
    },
  }
}

async function keep(
  deps: Deps,
  receipts: readonly SignedReceipt[],
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const said = deliveriesOf(receipts)
    const meant = await tx.receipts.listMeant([...said.values()])
    // A screen may speak only of notices that were meant for it.
    const known = new Set(meant.map(pairOf))
    await tx.receipts.save(
      receipts.filter(({ receipt }) => known.has(pairOf(receipt))),
    )
    // Words about a version corrected since are kept, and count no more.
    await tx.receipts.saveDeliveries(
      meant.flatMap((pair) => said.get(keyOf(pair)) ?? []),
    )
  })
  const notices = new Set(receipts.map(({ receipt }) => receipt.noticeId))
  for (const id of notices) deps.announcer.tellConsoles('notices:changed', id)
}

function deliveriesOf(
  receipts: readonly SignedReceipt[],
): Map<string, KeptDelivery> {
  const deliveries = new Map<string, KeptDelivery>()
  for (const { receipt, takenAt } of receipts) {
    const key = keyOf(receipt)
    const delivery = deliveries.get(key) ?? {
      noticeId: receipt.noticeId,
      screenId: receipt.screenId,
      version: receipt.version,
      sentAt: null,
      receivedAt: null,
      shownAt: null,
      endedAt: null,
      failed: null,
    }
    // A screen whose clock runs ahead must not answer from the future.
    const at = receipt.at < takenAt ? receipt.at : takenAt
    if (receipt.state === 'received') delivery.receivedAt ??= at
    if (receipt.state === 'shown') delivery.shownAt ??= at
    if (receipt.state === 'ended') delivery.endedAt ??= at
    if (receipt.state === 'failed')
      delivery.failed = receipt.reason ?? 'not_painted'
    deliveries.set(key, delivery)
  }
  return deliveries
}

type Pair = { noticeId: string; screenId: string }

function pairOf({ noticeId, screenId }: Pair): string {
  return `${noticeId} ${screenId}`
}

function keyOf(pair: Pair & { version: number }): string {
  return `${pairOf(pair)} ${pair.version}`
}
