import type { Db } from '../../db/database.js'

export type StoredCheckpoint = {
  number: number
  hash: string
  sealedAt: string
  /** The JWS. */
  sealed: string
  cutAt: string | null
}

export type CheckpointRepository = ReturnType<typeof checkpointRepository>

/** Sealed checkpoints, and the one way by which lines leave. */
export function checkpointRepository(db: Db) {
  return {
    /** Oldest first. */
    async list(): Promise<StoredCheckpoint[]> {
      const rows = await db
        .selectFrom('audit_checkpoints')
        .selectAll()
        .orderBy('number')
        .execute()
      return rows.map((row) => ({
        number: row.number,
        hash: row.hash,
        sealedAt: row.sealed_at,
        sealed: row.sealed,
        cutAt: row.cut_at,
      }))
    },

    /** False when this day, or this line, has one already. */
    async insert(
      checkpoint: Omit<StoredCheckpoint, 'cutAt'>,
      day: string,
    ): Promise<boolean> {
      const result = await db
        .insertInto('audit_checkpoints')
        .values({
          number: checkpoint.number,
          hash: checkpoint.hash,
          sealed_at: checkpoint.sealedAt,
          sealed: checkpoint.sealed,
          cut_at: null,
          day,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async hasDay(day: string): Promise<boolean> {
      const row = await db
        .selectFrom('audit_checkpoints')
        .select('number')
        .where('day', '=', day)
        .executeTakeFirst()
      return row !== undefined
    },

    /**
     * Cuts every line up to a checkpoint away. Returns how many went; null
     * when another node was first. Inside a transaction only.
     */
    async cutAt(number: number, at: string): Promise<number | null> {
      const marked = await db
        .updateTable('audit_checkpoints')
        .set({ cut_at: at })
        .where('number', '=', number)
        .where('cut_at', 'is', null)
        .executeTakeFirst()
      if (marked.numUpdatedRows === 0n) return null
      const cut = await db
        .deleteFrom('audit_lines')
        .where('number', '<=', number)
        .executeTakeFirst()
      return Number(cut.numDeletedRows)
    },

    /** Null: for good. */
    async keepMonths(): Promise<number | null> {
      const row = await db
        .selectFrom('audit_settings')
        .select('keep_months')
        .where('id', '=', 1)
        .executeTakeFirst()
      return row?.keep_months ?? null
    },

    async saveKeepMonths(months: number | null): Promise<void> {
      await db
        .updateTable('audit_settings')
        .set({ keep_months: months })
        .where('id', '=', 1)
        .execute()
    },
  }
}
