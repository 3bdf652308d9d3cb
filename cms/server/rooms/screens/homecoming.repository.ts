import type { Db } from '../../db/database.js'

export type HomecomingRepository = ReturnType<typeof homecomingRepository>

/** Which homecomings were taken in already. */
export function homecomingRepository(db: Db) {
  return {
    /** False when this one was taken before. */
    async insert(home: {
      id: string
      screenId: string
      takenAt: string
    }): Promise<boolean> {
      const result = await db
        .insertInto('homecomings')
        .values({
          id: home.id,
          screen_id: home.screenId,
          taken_at: home.takenAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
  }
}
