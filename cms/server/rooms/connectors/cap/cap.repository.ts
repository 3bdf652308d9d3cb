/** CAP messages that came, senders we trust, and addresses we ask. */
import type {
  CapFeed,
  CapOutcome,
} from '../../../../../shared/contract/api/cap.js'
import type { Db } from '../../../db/database.js'
import type { CapAlertRow } from '../../../db/tables/cap.js'

export type CapRecord = {
  key: string
  sender: string
  via: string
  receivedAt: string
  outcome: CapOutcome
  reason: string | null
  orderId: string | null
  noticeId: string | null
  xml: string
}

export type CapSender = {
  sender: string
  ownerAreaId: string
  trustedAt: string
  trustedBy: string
}

export type KeptFeed = CapFeed & { etag: string | null }

export type CapRepository = ReturnType<typeof capRepository>

const MOST_LISTED = 200

export function capRepository(db: Db) {
  return {
    async findAlert(key: string): Promise<CapRecord | null> {
      const row = await db
        .selectFrom('cap_alerts')
        .selectAll()
        .where('key', '=', key)
        .executeTakeFirst()
      return row ? toRecord(row) : null
    },

    /** Newest first. */
    async listAlerts(): Promise<CapRecord[]> {
      const rows = await db
        .selectFrom('cap_alerts')
        .selectAll()
        .orderBy('received_at', 'desc')
        .orderBy('key')
        .limit(MOST_LISTED)
        .execute()
      return rows.map(toRecord)
    },

    /** False when the same message came before: it is acted on once. */
    async insertAlert(record: CapRecord): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('cap_alerts')
        .values({
          key: record.key,
          sender: record.sender,
          via: record.via,
          received_at: record.receivedAt,
          outcome: record.outcome,
          reason: record.reason,
          order_id: record.orderId,
          notice_id: record.noticeId,
          xml: record.xml,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async saveOutcome(
      key: string,
      became: Pick<CapRecord, 'outcome' | 'reason' | 'orderId' | 'noticeId'>,
    ): Promise<void> {
      await db
        .updateTable('cap_alerts')
        .set({
          outcome: became.outcome,
          reason: became.reason,
          order_id: became.orderId,
          notice_id: became.noticeId,
        })
        .where('key', '=', key)
        .execute()
    },

    async listSenders(): Promise<CapSender[]> {
      const rows = await db
        .selectFrom('cap_senders')
        .selectAll()
        .orderBy('sender')
        .execute()
      return rows.map((row) => ({
        sender: row.sender,
        ownerAreaId: row.owner_area_id,
        trustedAt: row.trusted_at,
        trustedBy: row.trusted_by,
      }))
    },

    async saveSender(sender: CapSender): Promise<void> {
      const row = {
        owner_area_id: sender.ownerAreaId,
        trusted_at: sender.trustedAt,
        trusted_by: sender.trustedBy,
      }
      await db
        .insertInto('cap_senders')
        .values({ sender: sender.sender, ...row })
        .onConflict((conflict) => conflict.column('sender').doUpdateSet(row))
        .execute()
    },

    async removeSender(sender: string): Promise<void> {
      await db.deleteFrom('cap_senders').where('sender', '=', sender).execute()
    },

    async listFeeds(): Promise<KeptFeed[]> {
      const rows = await db
        .selectFrom('cap_feeds')
        .selectAll()
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        url: row.url,
        ownerAreaId: row.owner_area_id,
        etag: row.etag,
        polledAt: row.polled_at,
        trouble: row.trouble,
      }))
    },

    async insertFeed(feed: KeptFeed): Promise<void> {
      await db
        .insertInto('cap_feeds')
        .values({
          id: feed.id,
          name: feed.name,
          url: feed.url,
          owner_area_id: feed.ownerAreaId,
          etag: feed.etag,
          polled_at: feed.polledAt,
          trouble: feed.trouble,
        })
        .execute()
    },

    async savePolled(
      id: string,
      said: { etag: string | null; at: string; trouble: string | null },
    ): Promise<void> {
      await db
        .updateTable('cap_feeds')
        .set({ etag: said.etag, polled_at: said.at, trouble: said.trouble })
        .where('id', '=', id)
        .execute()
    },

    async removeFeed(id: string): Promise<void> {
      await db.deleteFrom('cap_feeds').where('id', '=', id).execute()
    },
  }
}

function toRecord(row: CapAlertRow): CapRecord {
  return {
    key: row.key,
    sender: row.sender,
    via: row.via,
    receivedAt: row.received_at,
    outcome: row.outcome as CapOutcome,
    reason: row.reason,
    orderId: row.order_id,
    noticeId: row.notice_id,
    xml: row.xml,
  }
}
