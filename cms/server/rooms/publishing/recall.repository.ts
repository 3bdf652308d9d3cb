import type { Recall } from '../../../../shared/contract/notice.js'
import type { Db } from '../../db/database.js'

export type RecallRepository = ReturnType<typeof recallRepository>

/** Sealed orders to stop, kept until every screen has them. */
export function recallRepository(db: Db) {
  return {
    async insert(recall: Recall, sealed: string): Promise<void> {
      await db
        .insertInto('recalls')
        .values({
          id: recall.id,
          target_kind: recall.target.kind,
          target_id: recall.target.id,
          issued_at: recall.issuedAt,
          payload_json: JSON.stringify(recall),
          sealed,
          closed_at: null,
        })
        .execute()
      const rows = recall.screens.map((screenId) => ({
        recall_id: recall.id,
        screen_id: screenId,
        manifest_number: null,
      }))
      for (let at = 0; at < rows.length; at += 5_000)
        await db
          .insertInto('recall_screens')
          .values(rows.slice(at, at + 5_000))
          .execute()
    },

    /** The order to stop showing this target; null when none was given. */
    async findOf(targetId: string): Promise<{
      id: string
      issuedAt: string
      closedAt: string | null
    } | null> {
      const row = await db
        .selectFrom('recalls')
        .select(['id', 'issued_at', 'closed_at'])
        .where('target_id', '=', targetId)
        .orderBy('issued_at', 'desc')
        .executeTakeFirst()
      return row
        ? { id: row.id, issuedAt: row.issued_at, closedAt: row.closed_at }
        : null
    },

    async listOpen(): Promise<Recall[]> {
      const rows = await db
        .selectFrom('recalls')
        .select('payload_json')
        .where('closed_at', 'is', null)
        .orderBy('issued_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => JSON.parse(row.payload_json) as Recall)
    },

    /** Notes the first manifest of a screen that carried these recalls. */
    async saveCarried(
      recallIds: readonly string[],
      screenId: string,
      number: number,
    ): Promise<void> {
      if (recallIds.length === 0) return
      await db
        .updateTable('recall_screens')
        .set({ manifest_number: number })
        .where('recall_id', 'in', recallIds)
        .where('screen_id', '=', screenId)
        .where('manifest_number', 'is', null)
        .execute()
    },

    /** Per screen of a recall: the manifest that first carried it. */
    async listCarried(recallId: string): Promise<Map<string, number | null>> {
      const rows = await db
        .selectFrom('recall_screens')
        .select(['screen_id', 'manifest_number'])
        .where('recall_id', '=', recallId)
        .execute()
      return new Map(rows.map((row) => [row.screen_id, row.manifest_number]))
    },

    async saveClosed(id: string, at: string): Promise<void> {
      await db
        .updateTable('recalls')
        .set({ closed_at: at })
        .where('id', '=', id)
        .execute()
    },
  }
}
