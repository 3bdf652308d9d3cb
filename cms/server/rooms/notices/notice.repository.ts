/** Notices and their way to each screen, as the database keeps them. */
import type { NoticeWords } from '../../../../shared/contract/api/notices.js'
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import type { Refusal } from '../../../../shared/contract/receipt.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Db } from '../../db/database.js'
import type { NoticeRow } from '../../db/tables/publishing.js'

export type KeptNotice = {
  notice: Notice
  sealed: string
  files: readonly FileRef[]
  ownerAreaId: string
  /** Who pressed, by name. */
  issuedBy: string
  issuedById: string
  /** Where it came from when no person wrote it: 'cap:<identifier>'. */
  source: string | null
  /** As it was written; null for a hold. */
  words: NoticeWords | null
  recalledAt: string | null
  endedAt: string | null
}

export type KeptDelivery = {
  noticeId: string
  screenId: string
  /** The version of the notice that these times are of. */
  version: number
  sentAt: string | null
  receivedAt: string | null
  shownAt: string | null
  endedAt: string | null
  failed: Refusal | null
}

const CHUNK = 2_000

export type NoticeRepository = ReturnType<typeof noticeRepository>

export function noticeRepository(db: Db) {
  const repository = {
    async find(id: string): Promise<KeptNotice | null> {
      const row = await db
        .selectFrom('notices')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },

    /** Throws notice.not_found. */
    async get(id: string): Promise<KeptNotice> {
      const notice = await repository.find(id)
      if (!notice) throw new AppError('notice.not_found', { id })
      return notice
    },

    /** Newest first. */
    async list(limit: number): Promise<KeptNotice[]> {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .orderBy('issued_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },

    /** Neither recalled nor written down as ended. */
    async listOpen(): Promise<KeptNotice[]> {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('recalled_at', 'is', null)
        .where('ended_at', 'is', null)
        .orderBy('issued_at')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },

    /** With a waiting delivery for each of its screens. */
    async insert(kept: KeptNotice): Promise<void> {
      await db.insertInto('notices').values(toRow(kept)).execute()
      await insertVersion(db, kept)
      await insertDeliveries(db, kept.notice)
    },

    /**
     * Puts a corrected version in place of the one before; its deliveries
     * begin anew. False when another correction or an end came first.
     */
    async saveVersion(kept: KeptNotice): Promise<boolean> {
      const { id, version } = kept.notice
      const { numUpdatedRows } = await db
        .updateTable('notices')
        .set(toRow(kept))
        .where('id', '=', id)
        .where('version', '=', version - 1)
        .where('recalled_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      await insertVersion(db, kept)
      await db
        .deleteFrom('notice_deliveries')
        .where('notice_id', '=', id)
        .execute()
      await insertDeliveries(db, kept.notice)
      return true
    },

    /** Oldest first. */
    async listVersions(
      id: string,
    ): Promise<{ version: number; issuedAt: string }[]> {
      const rows = await db
        .selectFrom('notice_versions')
        .select(['version', 'issued_at'])
        .where('notice_id', '=', id)
        .orderBy('version')
        .execute()
      return rows.map((row) => ({
        version: row.version,
        issuedAt: row.issued_at,
      }))
    },

    async saveRecalled(id: string, at: string): Promise<void> {
      await db
        .updateTable('notices')
        .set({ recalled_at: at })
        .where('id', '=', id)
        .execute()
    },

    async saveEnded(id: string, at: string): Promise<void> {
      await db
        .updateTable('notices')
        .set({ ended_at: at })
        .where('id', '=', id)
        .execute()
    },

    async saveSent(
      id: string,
      screenIds: readonly string[],
      at: string,
    ): Promise<void> {
      for (let from = 0; from < screenIds.length; from += CHUNK)
        await db
          .updateTable('notice_deliveries')
          .set({ sent_at: at })
          .where('notice_id', '=', id)
          .where('screen_id', 'in', screenIds.slice(from, from + CHUNK))
          .where('sent_at', 'is', null)
          .execute()
    },

    async listDeliveries(ids: readonly string[]): Promise<KeptDelivery[]> {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('notice_deliveries')
        .selectAll()
        .where('notice_id', 'in', ids)
        .execute()
      return rows.map((row) => ({
        noticeId: row.notice_id,
        screenId: row.screen_id,
        version: row.version,
        sentAt: row.sent_at,
        receivedAt: row.received_at,
        shownAt: row.shown_at,
        endedAt: row.ended_at,
        failed: row.failed as Refusal | null,
      }))
    },
  }
  return repository
}

function toRow(kept: KeptNotice): NoticeRow {
  const { notice } = kept
  return {
    id: notice.id,
    version: notice.version,
    title: notice.title,
    level: notice.level,
    drill: notice.drill ? 1 : 0,
    owner_area_id: kept.ownerAreaId,
    issuer: notice.issuer,
    issued_by: kept.issuedBy,
    issued_by_id: kept.issuedById,
    issued_at: notice.issuedAt,
    expires_at: notice.expiresAt,
    recalled_at: kept.recalledAt,
    ended_at: kept.endedAt,
    payload_json: JSON.stringify(notice),
    sealed: kept.sealed,
    files_json: JSON.stringify(kept.files),
    source: kept.source,
    words_json: kept.words && JSON.stringify(kept.words),
  }
}

async function insertVersion(db: Db, kept: KeptNotice): Promise<void> {
  await db
    .insertInto('notice_versions')
    .values({
      notice_id: kept.notice.id,
      version: kept.notice.version,
      issued_at: kept.notice.issuedAt,
      issued_by: kept.issuedBy,
      issued_by_id: kept.issuedById,
      payload_json: JSON.stringify(kept.notice),
      sealed: kept.sealed,
    })
    .execute()
}

async function insertDeliveries(db: Db, notice: Notice): Promise<void> {
  const rows = notice.screens.map((screenId) => ({
    notice_id: notice.id,
    screen_id: screenId,
    version: notice.version,
    sent_at: null,
    received_at: null,
    shown_at: null,
    ended_at: null,
    failed: null,
  }))
  for (let at = 0; at < rows.length; at += CHUNK)
    await db
      .insertInto('notice_deliveries')
      .values(rows.slice(at, at + CHUNK))
      .execute()
}

function fromRow(row: NoticeRow): KeptNotice {
  return {
    notice: JSON.parse(row.payload_json) as Notice,
    sealed: row.sealed,
    files: JSON.parse(row.files_json) as FileRef[],
    ownerAreaId: row.owner_area_id,
    issuedBy: row.issued_by,
    issuedById: row.issued_by_id,
    source: row.source,
    words: row.words_json ? (JSON.parse(row.words_json) as NoticeWords) : null,
    recalledAt: row.recalled_at,
    endedAt: row.ended_at,
  }
}
