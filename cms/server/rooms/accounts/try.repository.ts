import type { Db } from '../../db/database.js'
import type { Failures } from './sign-in-tries.rules.js'

export type TryRepository = ReturnType<typeof tryRepository>

/** Failed tries and the browsers people are known by. Keys are hashes. */
export function tryRepository(db: Db) {
  return {
    async find(key: string): Promise<Failures | null> {
      const row = await db
        .selectFrom('sign_in_tries')
        .select(['failures', 'last_at'])
        .where('key', '=', key)
        .executeTakeFirst()
      return row === undefined
        ? null
        : { failures: row.failures, lastAt: row.last_at }
    },

    /** Counts one more and returns how many there are now. */
    async count(key: string, at: string): Promise<number> {
      const row = await db
        .insertInto('sign_in_tries')
        .values({ key, failures: 1, last_at: at })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((eb) => ({
            failures: eb('sign_in_tries.failures', '+', 1),
            last_at: at,
          })),
        )
        .returning('failures')
        .executeTakeFirstOrThrow()
      return row.failures
    },

    async forget(key: string): Promise<void> {
      await db.deleteFrom('sign_in_tries').where('key', '=', key).execute()
    },

    /** A try that turned out right is none: gives it back. */
    async takeBack(key: string): Promise<void> {
      await db
        .updateTable('sign_in_tries')
        .set((eb) => ({ failures: eb('failures', '-', 1) }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute()
    },

    async forgetBefore(at: string): Promise<void> {
      await db.deleteFrom('sign_in_tries').where('last_at', '<', at).execute()
    },

    async knowsDevice(deviceHash: string, personId: string): Promise<boolean> {
      const row = await db
        .selectFrom('known_devices')
        .select('person_id')
        .where('device_hash', '=', deviceHash)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row !== undefined
    },

    async rememberDevice(
      deviceHash: string,
      personId: string,
      at: string,
    ): Promise<void> {
      await db
        .insertInto('known_devices')
        .values({ device_hash: deviceHash, person_id: personId, last_at: at })
        .onConflict((conflict) =>
          conflict
            .columns(['device_hash', 'person_id'])
            .doUpdateSet({ last_at: at }),
        )
        .execute()
    },
  }
}
