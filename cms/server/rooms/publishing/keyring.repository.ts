import type { Db } from '../../db/database.js'

export type StoredKeyring = {
  number: number
  issuedAt: string
  rootKid: string
  sealKid: string
  sealed: string
}

export type KeyringRepository = ReturnType<typeof keyringRepository>

/** Keyrings, sealed by the root key; the newest counts. */
export function keyringRepository(db: Db) {
  return {
    async findNewest(): Promise<StoredKeyring | null> {
      const row = await db
        .selectFrom('keyrings')
        .selectAll()
        .orderBy('number', 'desc')
        .executeTakeFirst()
      if (!row) return null
      return {
        number: row.number,
        issuedAt: row.issued_at,
        rootKid: row.root_kid,
        sealKid: row.seal_kid,
        sealed: row.sealed,
      }
    },

    /** All there ever were, newest first, as they were sealed. */
    async listSealed(): Promise<string[]> {
      const rows = await db
        .selectFrom('keyrings')
        .select('sealed')
        .orderBy('number', 'desc')
        .execute()
      return rows.map(({ sealed }) => sealed)
    },

    /** False when another node has made that number meanwhile. */
    async insert(keyring: StoredKeyring): Promise<boolean> {
      const result = await db
        .insertInto('keyrings')
        .values({
          number: keyring.number,
          issued_at: keyring.issuedAt,
          root_kid: keyring.rootKid,
          seal_kid: keyring.sealKid,
          sealed: keyring.sealed,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
  }
}
