import type { Db } from '../../db/database.js'

export type RateCount = { key: string; window: number; hits: number }
export type RateCountRepository = ReturnType<typeof rateCountRepository>

/** Counts of callers that several nodes share. `window`: minutes since 1970. */
export function rateCountRepository(db: Db) {
  return {
    /** Adds what was counted here and answers what all have counted. */
    async exchange(counted: readonly RateCount[]): Promise<RateCount[]> {
      if (counted.length === 0) return []
      // In one order everywhere, so that two nodes never wait for each other.
      const rows = [...counted].sort((a, b) => (a.key < b.key ? -1 : 1))
      const kept = await db
        .insertInto('rate_counts')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['key', 'window']).doUpdateSet((eb) => ({
            hits: eb('rate_counts.hits', '+', eb.ref('excluded.hits')),
          })),
        )
        .returning(['key', 'window', 'hits'])
        .execute()
      return kept.map((row) => ({ ...row, window: Number(row.window) }))
    },

    async forgetBefore(window: number): Promise<void> {
      await db.deleteFrom('rate_counts').where('window', '<', window).execute()
    },
  }
}
