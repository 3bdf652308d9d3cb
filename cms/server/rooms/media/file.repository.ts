import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { Db } from '../../db/database.js'

export type FileRepository = ReturnType<typeof fileRepository>

/** What may be served, by hash: type, size and when it was last put. */
export function fileRepository(db: Db) {
  return {
    async find(sha256: string): Promise<FileRef | null> {
      const row = await db
        .selectFrom('files')
        .selectAll()
        .where('sha256', '=', sha256)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        sha256: row.sha256,
        sizeBytes: row.size_bytes,
        mediaType: row.media_type,
      }
    },

    /** Adds it, or renews the time it was last put. */
    async save(file: FileRef, keptAt: string): Promise<void> {
      await db
        .insertInto('files')
        .values({
          sha256: file.sha256,
          media_type: file.mediaType,
          size_bytes: file.sizeBytes,
          kept_at: keptAt,
        })
        .onConflict((conflict) =>
          conflict.column('sha256').doUpdateSet({ kept_at: keptAt }),
        )
        .execute()
    },

    /** Files last put before the instant, oldest first. */
    async listKeptBefore(instant: string, limit: number): Promise<FileRef[]> {
      const rows = await db
        .selectFrom('files')
        .selectAll()
        .where('kept_at', '<', instant)
        .orderBy('kept_at')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        sha256: row.sha256,
        sizeBytes: row.size_bytes,
        mediaType: row.media_type,
      }))
    },

    async remove(sha256: string): Promise<void> {
      await db.deleteFrom('files').where('sha256', '=', sha256).execute()
    },
  }
}
