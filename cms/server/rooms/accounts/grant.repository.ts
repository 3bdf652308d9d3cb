import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { Db } from '../../db/database.js'
import { newId } from '../../db/new-id.js'

/** A role over an area, for a while or for good. */
export type KeptGrant = {
  id: string
  personId: string
  role: Role
  areaId: string
  /** Instants; null is open. */
  from: string | null
  until: string | null
  note: string | null
  createdAt: string
}

export type NewGrant = {
  personId: string
  role: Role
  areaId: string
  from?: string | null
  until?: string | null
  note?: string | null
  createdAt: string
}

export type GrantRepository = ReturnType<typeof grantRepository>

/** Every grant that was ever given; ending one keeps it, with its end. */
export function grantRepository(db: Db) {
  return {
    async addGrant(grant: NewGrant): Promise<string> {
      const id = newId()
      await db
        .insertInto('grants')
        .values({
          id,
          person_id: grant.personId,
          role: grant.role,
          area_id: grant.areaId,
          valid_from: grant.from ?? null,
          valid_until: grant.until ?? null,
          note: grant.note ?? null,
          created_at: grant.createdAt,
        })
        .execute()
      return id
    },

    /** Of these people, or of everyone; the oldest first. */
    async list(personId?: string): Promise<KeptGrant[]> {
      const rows = await db
        .selectFrom('grants')
        .selectAll()
        .$if(personId !== undefined, (query) =>
          query.where('person_id', '=', personId ?? ''),
        )
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        personId: row.person_id,
        role: row.role as Role,
        areaId: row.area_id,
        from: row.valid_from,
        until: row.valid_until,
        note: row.note,
        createdAt: row.created_at,
      }))
    },

    async saveUntil(id: string, until: string | null): Promise<void> {
      await db
        .updateTable('grants')
        .set({ valid_until: until })
        .where('id', '=', id)
        .execute()
    },
  }
}
