import type { Db } from '../../db/database.js'
import type { SessionProof } from './assurance.rules.js'

export type KeptSession = SessionProof & {
  id: string
  personId: string
  openedAt: string
  lastSeenAt: string
  expiresAt: string
  address: string | null
  browser: string | null
}

export type SessionRepository = ReturnType<typeof sessionRepository>

/** What we note on better-auth's sessions, and ending them. */
export function sessionRepository(db: Db) {
  return {
    async find(id: string): Promise<KeptSession | null> {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toSession(row)
    },

    /** Those not over, the newest first. */
    async list(personId: string, now: string): Promise<KeptSession[]> {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('userId', '=', personId)
        .execute()
      return rows
        .map(toSession)
        .filter(({ expiresAt }) => expiresAt > now)
        .sort((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1))
    },

    /** Notes that the session proved who it is. A second factor once shown stays. */
    async prove(
      token: string,
      proof: { at: string; secondFactor: boolean },
    ): Promise<void> {
      await db
        .updateTable('sessions')
        .set({
          proved_at: proof.at,
          ...(proof.secondFactor ? { second_factor: 1 } : {}),
        })
        .where('token', '=', token)
        .execute()
    },

    async proveById(
      id: string,
      proof: { at: string; secondFactor: boolean },
    ): Promise<void> {
      await db
        .updateTable('sessions')
        .set({
          proved_at: proof.at,
          ...(proof.secondFactor ? { second_factor: 1 } : {}),
        })
        .where('id', '=', id)
        .execute()
    },

    /** The last factor is gone: no session of theirs holds one any more. */
    async dropSecondFactor(personId: string): Promise<void> {
      await db
        .updateTable('sessions')
        .set({ second_factor: 0 })
        .where('userId', '=', personId)
        .execute()
    },

    async endByToken(token: string): Promise<void> {
      await db.deleteFrom('sessions').where('token', '=', token).execute()
    },

    /** Whether there was such a session of this person. */
    async end(personId: string, id: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('id', '=', id)
        .where('userId', '=', personId)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    /** Ends all, or all but one; returns how many. */
    async endAll(personId: string, exceptId: string | null): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('userId', '=', personId)
        .$if(exceptId !== null, (query) => query.where('id', '!=', exceptId))
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}

type Row = {
  id: string
  userId: string
  createdAt: string | Date
  updatedAt: string | Date
  expiresAt: string | Date
  ipAddress: string | null
  userAgent: string | null
  proved_at: string | null
  second_factor: number
}

function toSession(row: Row): KeptSession {
  return {
    id: row.id,
    personId: row.userId,
    openedAt: iso(row.createdAt),
    lastSeenAt: iso(row.updatedAt),
    expiresAt: iso(row.expiresAt),
    address: row.ipAddress || null,
    browser: row.userAgent || null,
    provedAt: row.proved_at,
    secondFactor: row.second_factor === 1,
  }
}

function iso(instant: string | Date): string {
  return new Date(instant).toISOString()
}
