import { sql } from 'kysely'
import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { Db } from '../../db/database.js'
import { newId } from '../../db/new-id.js'
import type { DatedGrant } from './actor.js'
import type { SessionProof } from './assurance.rules.js'

export type Person = {
  id: string
  userName: string
  displayName: string
  post: string
  /** The unit they work in; null only on rows from before there were units. */
  areaId: string | null
  frozenAt: string | null
  frozenReason: string | null
  /** Given by another; nothing goes before it is changed. */
  temporaryPassword: boolean
  /** Until when a temporary password lets in; null: for good. */
  passwordExpiresAt: string | null
}

export type NewPerson = Pick<
  Person,
  | 'id'
  | 'userName'
  | 'displayName'
  | 'post'
  | 'areaId'
  | 'temporaryPassword'
  | 'passwordExpiresAt'
> & { passwordHash: string; createdAt: string }

export type SavedPassword = {
  hash: string | null
  at: string
  temporary: boolean
  expiresAt: string | null
}

export type PersonRepository = ReturnType<typeof personRepository>

const COLUMNS = [
  'people.id',
  'people.username',
  'people.name',
  'people.post',
  'people.area_id',
  'people.frozen_at',
  'people.frozen_reason',
  'people.password_temporary',
  'people.password_expires_at',
] as const

/** People and what they may do now. Sessions are better-auth's alone. */
export function personRepository(db: Db) {
  const one = () => db.selectFrom('people').select(COLUMNS)

  return {
    async find(id: string): Promise<Person | null> {
      const row = await one().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toPerson(row)
    },

    /** `userName` in lower case, as it is kept. */
    async findByUserName(userName: string): Promise<Person | null> {
      const row = await one()
        .where('username', '=', userName)
        .executeTakeFirst()
      return row === undefined ? null : toPerson(row)
    },

    /** Whose session it is, and what it has shown. */
    async findSignedIn(
      sessionId: string,
    ): Promise<{ person: Person; proof: SessionProof } | null> {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('people', 'people.id', 'sessions.userId')
        .select([...COLUMNS, 'sessions.proved_at', 'sessions.second_factor'])
        .where('sessions.id', '=', sessionId)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        person: toPerson(row),
        proof: {
          provedAt: row.proved_at,
          secondFactor: row.second_factor === 1,
        },
      }
    },

    /** Who a two-factor challenge of better-auth's is for. */
    async findChallenged(identifier: string): Promise<Person | null> {
      const row = await one()
        .innerJoin('verifications', 'verifications.value', 'people.id')
        .where('verifications.identifier', '=', identifier)
        .executeTakeFirst()
      return row === undefined ? null : toPerson(row)
    },

    async list(): Promise<Person[]> {
      const rows = await one().orderBy('username').execute()
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
          area_id: person.areaId,
          password_temporary: person.temporaryPassword ? 1 : 0,
          password_expires_at: person.passwordExpiresAt,
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

    async save(
      id: string,
      person: Pick<Person, 'displayName' | 'post' | 'areaId'>,
    ): Promise<void> {
      await db
        .updateTable('people')
        .set({
          name: person.displayName,
          post: person.post,
          area_id: person.areaId,
        })
        .where('id', '=', id)
        .execute()
    },

    async saveFrozen(
      id: string,
      frozen: { at: string; reason: string } | null,
    ): Promise<void> {
      await db
        .updateTable('people')
        .set({
          frozen_at: frozen?.at ?? null,
          frozen_reason: frozen?.reason ?? null,
        })
        .where('id', '=', id)
        .execute()
    },

    /** Without a hash, no password lets in until a new one is given. */
    async savePassword(
      personId: string,
      password: SavedPassword,
    ): Promise<void> {
      await db
        .updateTable('credentials')
        .set({ password: password.hash, updatedAt: password.at })
        .where('userId', '=', personId)
        .where('providerId', '=', 'credential')
        .execute()
      await db
        .updateTable('people')
        .set({
          password_temporary: password.temporary ? 1 : 0,
          password_expires_at: password.expiresAt,
        })
        .where('id', '=', personId)
        .execute()
    },

    /** Grants that are valid at the instant. */
    async listGrants(personId: string, at: string): Promise<DatedGrant[]> {
      const rows = await db
        .selectFrom('grants')
        .select(['role', 'area_id', 'valid_from', 'created_at'])
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
        since:
          row.valid_from !== null && row.valid_from > row.created_at
            ? row.valid_from
            : row.created_at,
      }))
    },

    /** Takes the turn of acts that may leave nobody in charge: one at a time. */
    async takeTurn(): Promise<void> {
      await db
        .updateTable('account_turns')
        .set((eb) => ({ taken: eb('taken', '+', 1) }))
        .where('id', '=', 1)
        .execute()
    },
  }
}

function toPerson(row: {
  id: string
  username: string | null
  name: string
  post: string | null
  area_id: string | null
  frozen_at: string | null
  frozen_reason: string | null
  password_temporary: number
  password_expires_at: string | null
}): Person {
  return {
    id: row.id,
    userName: row.username ?? '',
    displayName: row.name,
    post: row.post ?? '',
    areaId: row.area_id,
    frozenAt: row.frozen_at,
    frozenReason: row.frozen_reason,
    temporaryPassword: row.password_temporary === 1,
    passwordExpiresAt: row.password_expires_at,
  }
}
