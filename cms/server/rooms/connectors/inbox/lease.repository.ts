import type { Db } from '../../../db/database.js'

export type LeaseRepository = ReturnType<typeof leaseRepository>

/** Work that only one node may do: whoever holds the lease does it. */
export function leaseRepository(db: Db) {
  return {
    /**
     * Takes or renews it until `until` (epoch ms). False while another holds
     * one that is not over at `now`.
     */
    async take(order: {
      name: string
      holder: string
      now: number
      until: number
    }): Promise<boolean> {
      const { name, holder, now, until } = order
      const added = await db
        .insertInto('leases')
        .values({ name, holder, until })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst()
      if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) return true
      const renewed = await db
        .updateTable('leases')
        .set({ holder, until })
        .where('name', '=', name)
        .where((eb) =>
          eb.or([eb('holder', '=', holder), eb('until', '<', now)]),
        )
        .executeTakeFirst()
      return renewed.numUpdatedRows > 0n
    },

    /** Gives it back, so that another need not wait for its end. */
    async release(name: string, holder: string): Promise<void> {
      await db
        .deleteFrom('leases')
        .where('name', '=', name)
        .where('holder', '=', holder)
        .execute()
    },
  }
}
