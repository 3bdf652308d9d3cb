import type { Report } from '../../../../shared/contract/screen-link.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import type { Log } from '../../../../shared/kernel/log.js'
import { openReceipt } from '../../../../shared/seal/open.js'
import { recordStatus } from '../screens/record-status.js'
import type { Screen } from '../screens/screen.repository.js'
import type { SignedReceipt } from './receipt.repository.js'
import type { ReceiptQueue } from './receipt.queue.js'

type Deps = Parameters<typeof recordStatus>[0] & {
  receiptQueue: ReceiptQueue
  log: Log
}

/**
 * Takes what a screen reports: receipts first, because people wait for them.
 * Receipts that the screen did not sign are dropped and said so in the log;
 * returns how many were its own.
 */
export async function takeReport(
  deps: Deps,
  screen: Screen,
  report: Report,
): Promise<{ acceptedReceipts: number }> {
  const receipts: SignedReceipt[] = []
  for (const sealed of report.receipts ?? []) {
    const opened = await openReceipt(sealed, {
      key: screen.publicKey,
      screenId: screen.id,
    })
    if (opened.ok)
      receipts.push({
        receipt: opened.value,
        sealed,
        takenAt: isoNow(deps.clock),
      })
    else
      deps.log.warn(
        { screenId: screen.id, reason: opened.reason },
        'receipt refused',
      )
  }
  await deps.receiptQueue.add(receipts)
  if (report.status ?? report.asRun) await recordStatus(deps, screen, report)
  return { acceptedReceipts: receipts.length }
}
