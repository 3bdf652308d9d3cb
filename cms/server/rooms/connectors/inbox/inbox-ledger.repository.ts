import type { Db } from '../../../db/database.js'

export type InboxLine = {
  id: string
  /** Area and content. */
  sameKey: string
  sha256: string
  name: string
  areaId: string
  seenAt: string
}

export type InboxLedgerRepository = ReturnType<typeof inboxLedgerRepository>

/** What the inbox folder gave, one line per area and content. */
export function inboxLedgerRepository(db: Db) {
  return {
    /** Written before anything is made of the file. */
    async begin(line: InboxLine): Promise<void> {
      await db
        .insertInto('inbox_files')
        .values({
          id: line.id,
          same_key: line.sameKey,
          sha256: line.sha256,
          name: line.name,
          area_id: line.areaId,
          state: 'taking',
          media_id: null,
          bulletin_id: null,
          reason: null,
          seen_at: line.seenAt,
          done_at: null,
        })
        .onConflict((conflict) => conflict.column('same_key').doNothing())
        .execute()
    },

    async finish(
      sameKey: string,
      done: { at: string } & ({ mediaId: string } | { reason: string }),
    ): Promise<void> {
      const taken = 'mediaId' in done
      await db
        .updateTable('inbox_files')
        .set({
          state: taken ? 'taken' : 'refused',
          media_id: taken ? done.mediaId : null,
          reason: taken ? null : done.reason,
          done_at: done.at,
        })
        .where('same_key', '=', sameKey)
        .execute()
    },

    /** How files of this content ended, for tests and operators. */
    async find(
      sameKey: string,
    ): Promise<{ state: string; reason: string | null } | null> {
      const row = await db
        .selectFrom('inbox_files')
        .select(['state', 'reason'])
        .where('same_key', '=', sameKey)
        .executeTakeFirst()
      return row ?? null
    },
  }
}
