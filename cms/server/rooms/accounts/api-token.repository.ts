import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { Act } from '../../../../shared/contract/api/permissions.js'
import type { Db } from '../../db/database.js'
import type { RequestsTables } from '../../db/tables/requests.js'

export type ApiToken = {
  id: string
  name: string
  roles: Role[]
  /** Null: all of the roles'. */
  acts: Act[] | null
  areaId: string
  ownerId: string
  graveActs: boolean
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  lastAddress: string | null
  revokedAt: string | null
}
export type NewApiToken = Omit<
  ApiToken,
  'lastUsedAt' | 'lastAddress' | 'revokedAt'
> & { secretHash: string; ownerName: string }

export type ApiTokenRepository = ReturnType<typeof apiTokenRepository>

/** Tokens of programs. Secrets are kept as hashes. */
export function apiTokenRepository(db: Db) {
  return {
    async add(token: NewApiToken): Promise<void> {
      await db
        .insertInto('api_tokens')
        .values({
          id: token.id,
          name: token.name,
          secret_hash: token.secretHash,
          role: token.roles.join(' '),
          acts: token.acts === null ? null : token.acts.join(' '),
          area_id: token.areaId,
          owner_id: token.ownerId,
          owner_name: token.ownerName,
          grave_acts: token.graveActs ? 1 : 0,
          created_at: token.createdAt,
          expires_at: token.expiresAt,
        })
        .execute()
    },

    /** With the hash of its secret; revoked and expired ones too. */
    async find(
      id: string,
    ): Promise<{ token: ApiToken; secretHash: string } | null> {
      const row = await db
        .selectFrom('api_tokens')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return null
      return { token: toToken(row), secretHash: row.secret_hash }
    },

    /** The newest first. */
    async listOf(ownerId: string): Promise<ApiToken[]> {
      const rows = await db
        .selectFrom('api_tokens')
        .selectAll()
        .where('owner_id', '=', ownerId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute()
      return rows.map(toToken)
    },

    async noteUse(
      id: string,
      use: { at: string; address: string | null },
    ): Promise<void> {
      await db
        .updateTable('api_tokens')
        .set({ last_used_at: use.at, last_address: use.address })
        .where('id', '=', id)
        .execute()
    },

    /** False when it was revoked before. */
    async revoke(id: string, at: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('api_tokens')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

type Row = RequestsTables['api_tokens']

function toToken(row: Row): ApiToken {
  return {
    id: row.id,
    name: row.name,
    roles: row.role.split(' ') as Role[],
    acts: row.acts === null ? null : (row.acts.split(' ') as Act[]),
    areaId: row.area_id,
    ownerId: row.owner_id,
    graveActs: row.grave_acts === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    lastAddress: row.last_address,
    revokedAt: row.revoked_at,
  }
}
