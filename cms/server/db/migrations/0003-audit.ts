import { sql } from 'kysely'
import type { Migration } from './migration.js'

/** Append-only: the database itself refuses to change or drop a line. */
export const audit: Migration = {
  name: '0003-audit',
  async up(db, dialect) {
    await db.schema
      .createTable('audit_lines')
      .addColumn('number', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_name', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('subject_kind', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('area_id', 'text')
      .addColumn('address', 'text')
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('previous_hash', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('audit_lines_by_subject')
      .on('audit_lines')
      .columns(['subject_kind', 'subject_id'])
      .execute()
    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await sql`insert into audit_head (id, number, hash)
      values (1, 0, ${'0'.repeat(64)})`.execute(db)
    if (dialect === 'sqlite') {
      for (const verb of ['update', 'delete'])
        await sql`create trigger ${sql.ref(`audit_lines_no_${verb}`)}
          before ${sql.raw(verb)} on audit_lines
          begin select raise(abort, 'audit lines are append-only'); end`.execute(
          db,
        )
      return
    }
    await sql`create function refuse_audit_change() returns trigger as
      $$ begin raise exception 'audit lines are append-only'; end $$
      language plpgsql`.execute(db)
    await sql`create trigger audit_lines_append_only
      before update or delete or truncate on audit_lines
      for each statement execute function refuse_audit_change()`.execute(db)
  },
}
