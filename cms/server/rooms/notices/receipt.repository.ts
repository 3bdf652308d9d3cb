/** Screens' signed words about notices, and what they say about deliveries. */
import { sql } from 'kysely'
import type { Receipt } from '../../../../shared/contract/receipt.js'
import type { Db } from '../../db/database.js'
import type { KeptDelivery } from './notice.repository.js'

export type SignedReceipt = {
  receipt: Receipt
  sealed: string
  takenAt: string
}

export type ReceiptRepository = ReturnType<typeof receiptRepository>

export function receiptRepository(db: Db) {
  return {
    /** Keeps each once; the same receipt again changes nothing. */
    async save(receipts: readonly SignedReceipt[]): Promise<void> {
      if (receipts.length === 0) return
      await db
        .insertInto('receipts')
        .values(
          receipts.map(({ receipt, sealed, takenAt }) => ({
            id: receipt.id,
            notice_id: receipt.noticeId,
            screen_id: receipt.screenId,
            state: receipt.state,
            version: receipt.version,
            at: receipt.at,
            taken_at: takenAt,
            sealed,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    /** Which of these (notice, screen) it was meant for, and in which version. */
    async listMeant(
      pairs: readonly { noticeId: string; screenId: string }[],
    ): Promise<{ noticeId: string; screenId: string; version: number }[]> {
      if (pairs.length === 0) return []
      const rows = await db
        .selectFrom('notice_deliveries')
        .select(['notice_id', 'screen_id', 'version'])
        .where('notice_id', 'in', distinct(pairs.map((pair) => pair.noticeId)))
        .where('screen_id', 'in', distinct(pairs.map((pair) => pair.screenId)))
        .execute()
      return rows.map((row) => ({
        noticeId: row.notice_id,
        screenId: row.screen_id,
        version: row.version,
      }))
    },

    /**
     * Adds what is new about existing deliveries, one line per (notice,
     * screen). The first time of each kind stays; a word about a version that
     * was corrected meanwhile changes nothing.
     */
    async saveDeliveries(deliveries: readonly KeptDelivery[]): Promise<void> {
      if (deliveries.length === 0) return
      await db
        .insertInto('notice_deliveries')
        .values(
          deliveries.map((delivery) => ({
            notice_id: delivery.noticeId,
            screen_id: delivery.screenId,
            version: delivery.version,
            sent_at: delivery.sentAt,
            received_at: delivery.receivedAt,
            shown_at: delivery.shownAt,
            ended_at: delivery.endedAt,
            failed: delivery.failed,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['notice_id', 'screen_id'])
            .doUpdateSet({
              received_at: firstOf('received_at'),
              shown_at: firstOf('shown_at'),
              ended_at: firstOf('ended_at'),
              failed: sql<
                string | null
              >`coalesce(excluded.failed, notice_deliveries.failed)`,
            })
            .whereRef(
              'notice_deliveries.version',
              '=',
              sql.ref('excluded.version'),
            ),
        )
        .execute()
    },
  }
}

function firstOf(column: 'received_at' | 'shown_at' | 'ended_at') {
  const kept = sql.ref(`notice_deliveries.${column}`)
  const told = sql.ref(`excluded.${column}`)
  return sql<string | null>`coalesce(${kept}, ${told})`
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
