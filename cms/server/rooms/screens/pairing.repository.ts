import type { PublicJwk } from '../../../../shared/contract/primitives.js'
import type { Db } from '../../db/database.js'
import type { PairingRow } from '../../db/tables/publishing.js'
import type { PlayerFacts } from './screen.repository.js'

/** A box that showed a code, and after its claim the screen it became. */
export type Pairing = {
  id: string
  code: string
  keyThumbprint: string
  publicKey: PublicJwk
  player: PlayerFacts
  createdAt: string
  expiresAt: string
  screenId: string | null
}

export type PairingRepository = ReturnType<typeof pairingRepository>

export function pairingRepository(db: Db) {
  async function one(
    column: 'id' | 'code' | 'key_thumbprint',
    value: string,
  ): Promise<Pairing | null> {
    const row = await db
      .selectFrom('pairings')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
    return row ? fromRow(row) : null
  }

  return {
    async find(id: string): Promise<Pairing | null> {
      return one('id', id)
    },

    async findByCode(code: string): Promise<Pairing | null> {
      return one('code', code)
    },

    async findByKey(keyThumbprint: string): Promise<Pairing | null> {
      return one('key_thumbprint', keyThumbprint)
    },

    async countOpen(now: string): Promise<number> {
      const row = await db
        .selectFrom('pairings')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('screen_id', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },

    /** New, or in place of the same key's older one. */
    async save(pairing: Pairing): Promise<void> {
      const row = toRow(pairing)
      await db
        .insertInto('pairings')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    },

    /** Claims it once; false when somebody was faster. */
    async claim(id: string, screenId: string): Promise<boolean> {
      const result = await db
        .updateTable('pairings')
        .set({ screen_id: screenId })
        .where('id', '=', id)
        .where('screen_id', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows > 0
    },

    /** Forgets offers nobody claimed before `before`. */
    async removeExpired(before: string): Promise<void> {
      await db
        .deleteFrom('pairings')
        .where('screen_id', 'is', null)
        .where('expires_at', '<', before)
        .execute()
    },
  }
}

function toRow(pairing: Pairing): PairingRow {
  return {
    id: pairing.id,
    code: pairing.code,
    key_thumbprint: pairing.keyThumbprint,
    public_key_json: JSON.stringify(pairing.publicKey),
    player_json: JSON.stringify(pairing.player),
    created_at: pairing.createdAt,
    expires_at: pairing.expiresAt,
    screen_id: pairing.screenId,
  }
}

function fromRow(row: PairingRow): Pairing {
  return {
    id: row.id,
    code: row.code,
    keyThumbprint: row.key_thumbprint,
    publicKey: JSON.parse(row.public_key_json) as PublicJwk,
    player: JSON.parse(row.player_json) as PlayerFacts,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    screenId: row.screen_id,
  }
}
