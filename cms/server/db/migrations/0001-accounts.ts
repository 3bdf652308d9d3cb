import type { ColumnDataType, CreateTableBuilder } from 'kysely'
import type { Migration } from './migration.js'

/**
 * People, their sessions and grants. Names and types of the first four tables
 * are those better-auth reads and writes.
 */
export const accounts: Migration = {
  name: '0001-accounts',
  async up(db, dialect) {
    const instant: ColumnDataType =
      dialect === 'postgres' ? 'timestamptz' : 'text'
    const flag: ColumnDataType = dialect === 'postgres' ? 'boolean' : 'integer'
    const dated = <T extends string>(table: CreateTableBuilder<T>) =>
      table
        .addColumn('createdAt', instant, (column) => column.notNull())
        .addColumn('updatedAt', instant, (column) => column.notNull())

    await dated(
      db.schema
        .createTable('people')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('emailVerified', flag, (column) => column.notNull())
        .addColumn('image', 'text')
        .addColumn('username', 'text', (column) => column.unique())
        .addColumn('displayUsername', 'text')
        .addColumn('post', 'text'),
    ).execute()

    await dated(
      db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('userId', 'text', (column) =>
          column.notNull().references('people.id').onDelete('cascade'),
        )
        .addColumn('token', 'text', (column) => column.notNull().unique())
        .addColumn('expiresAt', instant, (column) => column.notNull())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text'),
    ).execute()

    await dated(
      db.schema
        .createTable('credentials')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('userId', 'text', (column) =>
          column.notNull().references('people.id').onDelete('cascade'),
        )
        .addColumn('accountId', 'text', (column) => column.notNull())
        .addColumn('providerId', 'text', (column) => column.notNull())
        .addColumn('password', 'text')
        .addColumn('accessToken', 'text')
        .addColumn('refreshToken', 'text')
        .addColumn('idToken', 'text')
        .addColumn('accessTokenExpiresAt', instant)
        .addColumn('refreshTokenExpiresAt', instant)
        .addColumn('scope', 'text'),
    ).execute()

    await dated(
      db.schema
        .createTable('verifications')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('identifier', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('expiresAt', instant, (column) => column.notNull()),
    ).execute()

    await db.schema
      .createTable('grants')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) =>
        column.notNull().references('people.id').onDelete('cascade'),
      )
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('area_id', 'text', (column) => column.notNull())
      .addColumn('valid_from', 'text')
      .addColumn('valid_until', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()

    for (const [table, column] of [
      ['sessions', 'userId'],
      ['credentials', 'userId'],
      ['verifications', 'identifier'],
      ['grants', 'person_id'],
    ] as const)
      await db.schema
        .createIndex(`${table}_by_${column.toLowerCase()}`)
        .on(table)
        .column(column)
        .execute()
  },
}
