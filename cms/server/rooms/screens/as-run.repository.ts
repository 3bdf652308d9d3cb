import { sql } from 'kysely'
import type { AsRun } from '../../../../shared/contract/receipt.js'
import { localDate } from '../../../../shared/time/zone.js'
import type { Db } from '../../db/database.js'

export type AsRunRepository = ReturnType<typeof asRunRepository>

const HOUR_MS = 3_600_000
/** Asia/Ho_Chi_Minh has been UTC+7 without a change since 1975. */
const HOME_OFFSET_MS = 7 * HOUR_MS

/** What screens say they really showed, per release and hour. */
export function asRunRepository(db: Db) {
  /** Adds up the hours of one release on one screen and day again. */
  const sumDay = async (screenId: string, releaseId: string, day: string) => {
    const start = Date.parse(day) - HOME_OFFSET_MS
    const hours = await db
      .selectFrom('as_run')
      .select(['showings', 'seconds'])
      .where('screen_id', '=', screenId)
      .where('release_id', '=', releaseId)
      .where('hour', '>=', new Date(start).toISOString())
      .where('hour', '<', new Date(start + 24 * HOUR_MS).toISOString())
      .execute()
    const sum = {
      showings: hours.reduce((all, hour) => all + hour.showings, 0),
      seconds: hours.reduce((all, hour) => all + hour.seconds, 0),
    }
    await db
      .insertInto('as_run_days')
      .values({ day, screen_id: screenId, release_id: releaseId, ...sum })
      .onConflict((conflict) =>
        conflict.columns(['day', 'screen_id', 'release_id']).doUpdateSet(sum),
      )
      .execute()
  }
  return {
    /**
     * Keeps counters that only grow within their hour: a report that comes
     * twice, or late behind a newer one, changes nothing. The sums of the days
     * follow at once, so that reports need no night to be right.
     */
    async save(screenId: string, counts: readonly AsRun[]): Promise<void> {
      if (counts.length === 0) return
      await db
        .insertInto('as_run')
        .values(
          counts.map((count) => ({
            screen_id: screenId,
            release_id: count.releaseId,
            // One spelling of an instant, or the same hour would count twice.
            hour: new Date(count.hour).toISOString(),
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
      const days = new Map(
        counts.map(({ releaseId, hour }) => {
          const day = localDate(Date.parse(hour))
          return [`${releaseId} ${day}`, { releaseId, day }]
        }),
      )
      for (const { releaseId, day } of days.values())
        await sumDay(screenId, releaseId, day)
    },
  }
}

/** SQLite calls the larger of two `max`, PostgreSQL `greatest`: so CASE. */
function larger(column: 'showings' | 'seconds') {
  const before = sql.ref<number>(`as_run.${column}`)
  const now = sql.ref<number>(`excluded.${column}`)
  return sql<number>`case when ${now} > ${before} then ${now} else ${before} end`
}
