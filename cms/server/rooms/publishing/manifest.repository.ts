/** Sealed manifests, and the counter that says when they may be out of date. */
import { sql } from 'kysely'
import type { Db } from '../../db/database.js'

export type StoredManifest = {
  screenId: string
  number: number
  issuedAt: string
  contentHash: string
  releaseIds: readonly string[]
  sealed: string
}

export type ManifestRepository = ReturnType<typeof manifestRepository>

export function manifestRepository(db: Db) {
  return {
    /** Rises with every act that may change what any screen plays. */
    async programmeVersion(): Promise<number> {
      const row = await db
        .selectFrom('programme_state')
        .select('version')
        .where('id', '=', 1)
        .executeTakeFirstOrThrow()
      return row.version
    },

    async touchProgramme(): Promise<void> {
      await db
        .updateTable('programme_state')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', 1)
        .execute()
    },

    async find(
      screenId: string,
      number: number,
    ): Promise<StoredManifest | null> {
      const row = await db
        .selectFrom('manifests')
        .selectAll()
        .where('screen_id', '=', screenId)
        .where('number', '=', number)
        .executeTakeFirst()
      if (!row) return null
      return {
        screenId: row.screen_id,
        number: row.number,
        issuedAt: row.issued_at,
        contentHash: row.content_hash,
        releaseIds: JSON.parse(row.releases_json) as string[],
        sealed: row.sealed,
      }
    },

    /** False when this screen has that number already: somebody was faster. */
    async insert(manifest: StoredManifest): Promise<boolean> {
      const result = await db
        .insertInto('manifests')
        .values({
          screen_id: manifest.screenId,
          number: manifest.number,
          issued_at: manifest.issuedAt,
          content_hash: manifest.contentHash,
          releases_json: JSON.stringify(manifest.releaseIds),
          sealed: manifest.sealed,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    /** Which of these (screen, number) carry the release. */
    async listCarrying(
      releaseId: string,
      reported: ReadonlyMap<string, number>,
    ): Promise<string[]> {
      if (reported.size === 0) return []
      const rows = await db
        .selectFrom('manifests')
        .select(['screen_id', 'number'])
        .where('screen_id', 'in', [...reported.keys()])
        .where('releases_json', 'like', `%"${releaseId}"%`)
        .execute()
      return rows
        .filter((row) => reported.get(row.screen_id) === row.number)
        .map((row) => row.screen_id)
    },

    /** Screens whose newest manifest was issued before the instant. */
    async listIssuedBefore(instant: string): Promise<string[]> {
      const rows = await db
        .selectFrom('screens')
        .innerJoin('manifests', (join) =>
          join
            .onRef('manifests.screen_id', '=', 'screens.id')
            .onRef('manifests.number', '=', 'screens.manifest_number'),
        )
        .select('screens.id')
        .where('screens.revoked_at', 'is', null)
        .where('manifests.issued_at', '<', instant)
        .execute()
      return rows.map((row) => row.id)
    },

    /** Numbers that are kept of a screen, newest first. */
    async listNumbers(screenId: string): Promise<number[]> {
      const rows = await db
        .selectFrom('manifests')
        .select('number')
        .where('screen_id', '=', screenId)
        .orderBy('number', 'desc')
        .execute()
      return rows.map((row) => row.number)
    },

    async remove(screenId: string, numbers: readonly number[]): Promise<void> {
      if (numbers.length === 0) return
      await db
        .deleteFrom('manifests')
        .where('screen_id', '=', screenId)
        .where('number', 'in', numbers)
        .execute()
    },

    /** Every sealed manifest that is kept, a page at a time. */
    async listSealed(offset: number, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('manifests')
        .select('sealed')
        .orderBy('screen_id')
        .orderBy('number')
        .offset(offset)
        .limit(limit)
        .execute()
      return rows.map((row) => row.sealed)
    },

    /** Marks screens whose manifest is right as of a programme version. */
    async saveBuilt(
      screenIds: readonly string[],
      version: number,
    ): Promise<void> {
      for (let at = 0; at < screenIds.length; at += 5_000)
        await db
          .updateTable('screens')
          .set({ built_version: version })
          .where('id', 'in', screenIds.slice(at, at + 5_000))
          .where(sql<boolean>`built_version < ${version}`)
          .execute()
    },
  }
}
