import { sql } from 'kysely'
import type { AsRun } from '../../../../shared/contract/receipt.js'
import type { Db } from '../../db/database.js'

export type AsRunRepository = ReturnType<typeof asRunRepository>

/** What screens say they really showed, per release and hour. */
export function asRunRepository(db: Db) {
  return {
    /**
     * Keeps counters that only grow within their hour: a report that comes
     * twice, or late behind a newer one, changes nothing.
     */
    async save(screenId: string, counts: readonly AsRun[]): Promise<void> {
      if (counts.length === 0) return
      await db
        .insertInto('as_run')
        .values(
          counts.map((count) => ({
            screen_id: screenId,
            release_id: count.releaseId,
            hour: count.hour,
            showings: count.showings,
            seconds: count.seconds,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['screen_id', 'release_id', 'hour']).doUpdateSet({
            showings: larger('showings'),
            seconds: larger('seconds'),
          }),
        )
        .execute()
    },
  }
}

/** SQLite calls the larger of two `max`, PostgreSQL `greatest`: so CASE. */
function larger(column: 'showings' | 'seconds') {
  const before = sql.ref<number>(`as_run.${column}`)
  const now = sql.ref<number>(`excluded.${column}`)
  return sql<number>`case when ${now} > ${before} then ${now} else ${before} end`
}
