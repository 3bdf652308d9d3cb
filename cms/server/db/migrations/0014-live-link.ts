import { sql } from 'kysely'
import type { Migration } from './migration.js'

/**
 * Where @socket.io/postgres-adapter puts payloads over 8 kB. The adapter does
 * not make the table itself; on SQLite it stands empty.
 */
export const liveLink: Migration = {
  name: '0014-live-link',
  async up(db, dialect) {
    if (dialect === 'postgres') {
      await sql`create table socket_io_attachments (
        id bigserial unique,
        created_at timestamptz default now(),
        payload bytea
      )`.execute(db)
      return
    }
    await db.schema
      .createTable('socket_io_attachments')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('created_at', 'text')
      .addColumn('payload', 'blob')
      .execute()
  },
}
