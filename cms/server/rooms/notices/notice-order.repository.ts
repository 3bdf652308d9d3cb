/** Notices that are written and wait for a person to say yes. */
import type { CreateNoticeAsked } from '../../../../shared/contract/api/notices.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Db } from '../../db/database.js'
import type { NoticeOrderRow } from '../../db/tables/live-orders.js'

export type NoticeOrder = {
  id: string
  /** `draft`: no person has written it yet, it came from another system. */
  state: 'draft' | 'waiting' | 'sent' | 'cancelled'
  ownerAreaId: string
  title: string
  asked: CreateNoticeAsked
  source: string | null
  noticeId: string | null
  createdAt: string
  createdBy: string
  createdById: string
  decidedAt: string | null
  decidedBy: string | null
}

type Decision = { at: string; by: string }

export type NoticeOrderRepository = ReturnType<typeof noticeOrderRepository>

export function noticeOrderRepository(db: Db) {
  const decide = async (
    id: string,
    change: Partial<NoticeOrderRow>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('notice_orders')
      .set(change)
      .where('id', '=', id)
      .where('state', 'in', ['draft', 'waiting'])
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
  const repository = {
    async insert(order: NoticeOrder): Promise<void> {
      await db.insertInto('notice_orders').values(toRow(order)).execute()
    },

    /** Throws notice.not_found. */
    async get(id: string): Promise<NoticeOrder> {
      const row = await db
        .selectFrom('notice_orders')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) throw new AppError('notice.not_found', { id })
      return fromRow(row)
    },

    /** Those that still wait for somebody, newest first. */
    async listOpen(): Promise<NoticeOrder[]> {
      const rows = await db
        .selectFrom('notice_orders')
        .selectAll()
        .where('state', 'in', ['draft', 'waiting'])
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },

    /** The newest order of one source, whatever became of it. */
    async findBySource(source: string): Promise<NoticeOrder | null> {
      const row = await db
        .selectFrom('notice_orders')
        .selectAll()
        .where('source', '=', source)
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },

    /** False when somebody decided it before. */
    saveSent(id: string, noticeId: string, { at, by }: Decision) {
      return decide(id, {
        state: 'sent',
        notice_id: noticeId,
        decided_at: at,
        decided_by: by,
      })
    },

    /** False when somebody decided it before. */
    saveCancelled(id: string, { at, by }: Decision) {
      return decide(id, { state: 'cancelled', decided_at: at, decided_by: by })
    },
  }
  return repository
}

function toRow(order: NoticeOrder): NoticeOrderRow {
  return {
    id: order.id,
    state: order.state,
    owner_area_id: order.ownerAreaId,
    title: order.title,
    asked_json: JSON.stringify(order.asked),
    source: order.source,
    notice_id: order.noticeId,
    created_at: order.createdAt,
    created_by: order.createdBy,
    created_by_id: order.createdById,
    decided_at: order.decidedAt,
    decided_by: order.decidedBy,
  }
}

function fromRow(row: NoticeOrderRow): NoticeOrder {
  return {
    id: row.id,
    state: row.state as NoticeOrder['state'],
    ownerAreaId: row.owner_area_id,
    title: row.title,
    asked: JSON.parse(row.asked_json) as CreateNoticeAsked,
    source: row.source,
    noticeId: row.notice_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    createdById: row.created_by_id,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }
}
