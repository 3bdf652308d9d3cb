import { sql } from 'kysely'
import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { Db } from '../../db/database.js'
import { newId } from '../../db/new-id.js'
import type { ActorGrant } from './actor.js'

export type Person = {
  id: string
  userName: string
  displayName: string
  post: string
}

export type NewPerson = Person & { passwordHash: string; createdAt: string }

export type NewGrant = {
  personId: string
  role: Role
  areaId: string
  from?: string | null
  until?: string | null
  createdAt: string
}

export type PersonRepository = ReturnType<typeof personRepository>

/** People and what they may do. Sessions are better-auth's alone. */
export function personRepository(db: Db) {
  const columns = ['id', 'username', 'name', 'post'] as const
  const toPerson = (row: {
    id: string
    username: string | null
    name: string
    post: string | null
  }): Person => ({
    id: row.id,
    userName: row.username ?? '',
    displayName: row.name,
    post: row.post ?? '',
  })

  return {
    async find(id: string): Promise<Person | null> {
      const row = await db
        .selectFrom('people')
        .select(columns)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toPerson(row)
    },

    /** `userName` in lower case, as it is kept. */
    async findByUserName(userName: string): Promise<Person | null> {
      const row = await db
        .selectFrom('people')
        .select(columns)
        .where('username', '=', userName)
        .executeTakeFirst()
      return row === undefined ? null : toPerson(row)
    },

    async list(): Promise<Person[]> {
      const rows = await db
        .selectFrom('people')
        .select(columns)
        .orderBy('username')
        .execute()
      return rows.map(toPerson)
    },

    async count(): Promise<number> {
      const row = await db
        .selectFrom('people')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return row.count
    },

    /** Adds a person with a password, in the shape better-auth reads. */
    async add(person: NewPerson): Promise<void> {
      const dated = { createdAt: person.createdAt, updatedAt: person.createdAt }
      await db
        .insertInto('people')
        .values({
          id: person.id,
          name: person.displayName,
          // better-auth wants one; RFC 2606 keeps `.invalid` from mail.
          email: `${person.userName}@people.invalid`,
          emailVerified: sql<boolean>`false`,
          username: person.userName,
          displayUsername: person.userName,
          post: person.post,
          ...dated,
        })
        .execute()
      await db
        .insertInto('credentials')
        .values({
          id: newId(),
          userId: person.id,
          accountId: person.id,
          providerId: 'credential',
          password: person.passwordHash,
          ...dated,
        })
        .execute()
    },

    /** A new password ends every session the person had. */
    async savePassword(
      personId: string,
      passwordHash: string,
      at: string,
    ): Promise<void> {
      await db
        .updateTable('credentials')
        .set({ password: passwordHash, updatedAt: at })
        .where('userId', '=', personId)
        .where('providerId', '=', 'credential')
        .execute()
      await db.deleteFrom('sessions').where('userId', '=', personId).execute()
    },

    /** Grants that are valid at the instant. */
    async listGrants(personId: string, at: string): Promise<ActorGrant[]> {
      const rows = await db
        .selectFrom('grants')
        .select(['role', 'area_id'])
        .where('person_id', '=', personId)
        .where((eb) =>
          eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', at)]),
        )
        .where((eb) =>
          eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]),
        )
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        role: row.role as Role,
        areaId: row.area_id,
      }))
    },

    async addGrant(grant: NewGrant): Promise<void> {
      await db
        .insertInto('grants')
        .values({
          id: newId(),
          person_id: grant.personId,
          role: grant.role,
          area_id: grant.areaId,
          valid_from: grant.from ?? null,
          valid_until: grant.until ?? null,
          created_at: grant.createdAt,
        })
        .execute()
    },
  }
}
