import { sql, type ColumnDataType, type Kysely } from 'kysely'
import type { DialectName } from '../database.js'
import type { Migration } from './migration.js'

/**
 * A person's unit, freezing, one-time passwords, second factors, what a
 * session has proved, and the book of failed tries.
 */
export const people: Migration = {
  name: '0020-people',
  async up(db, dialect) {
    await widenPeople(db, dialect)
    await addFactors(db, dialect)
    await addTries(db)
  },
}

async function widenPeople(
  db: Kysely<unknown>,
  dialect: DialectName,
): Promise<void> {
  const flag: ColumnDataType = dialect === 'postgres' ? 'boolean' : 'integer'
  const text = ['area_id', 'frozen_at', 'frozen_reason', 'password_expires_at']
  for (const column of text)
    await db.schema.alterTable('people').addColumn(column, 'text').execute()
  await db.schema
    .alterTable('people')
    .addColumn('password_temporary', 'integer', (column) =>
      column.notNull().defaultTo(0),
    )
    .execute()
  await db.schema
    .alterTable('people')
    .addColumn('twoFactorEnabled', flag)
    .execute()
  await db.schema
    .alterTable('sessions')
    .addColumn('proved_at', 'text')
    .execute()
  await db.schema
    .alterTable('sessions')
    .addColumn('second_factor', 'integer', (column) =>
      column.notNull().defaultTo(0),
    )
    .execute()
  await db.schema.alterTable('grants').addColumn('note', 'text').execute()
  await sql`update people set area_id = (
    select min(area_id) from grants where grants.person_id = people.id)`.execute(
    db,
  )
}

async function addFactors(
  db: Kysely<unknown>,
  dialect: DialectName,
): Promise<void> {
  const instant: ColumnDataType =
    dialect === 'postgres' ? 'timestamptz' : 'text'
  const flag: ColumnDataType = dialect === 'postgres' ? 'boolean' : 'integer'
  // Names and types are those better-auth's second factor reads and writes.
  await db.schema
    .createTable('authenticators')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) =>
      column.notNull().unique().references('people.id').onDelete('cascade'),
    )
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('verified', flag)
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', instant)
    .execute()
  await db.schema
    .createTable('passkeys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) =>
      column.notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('credential_id', 'text', (column) => column.notNull().unique())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text')
    .execute()
  await db.schema
    .createIndex('passkeys_by_person')
    .on('passkeys')
    .column('person_id')
    .execute()
  await db.schema
    .createTable('passkey_challenges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('challenge', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('used_codes')
    .addColumn('person_id', 'text', (column) =>
      column.notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('used_codes_key', ['person_id', 'code_hash'])
    .execute()
}

async function addTries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_in_tries')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('known_devices')
    .addColumn('device_hash', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) =>
      column.notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('known_devices_key', ['device_hash', 'person_id'])
    .execute()
  // One row, written first by every act that may leave nobody in charge.
  await db.schema
    .createTable('account_turns')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('taken', 'bigint', (column) => column.notNull())
    .execute()
  await sql`insert into account_turns (id, taken) values (1, 0)`.execute(db)
}
