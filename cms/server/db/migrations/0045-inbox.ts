import type { Migration } from './migration.js'

/**
 * The ledger of the inbox folder: one row per content and area, written before
 * anything is made of a file, so that no file is taken twice and none is lost.
 * And leases, for work that only one node may do.
 */
export const inbox: Migration = {
  name: '0045-inbox',
  async up(db) {
    await db.schema
      .createTable('inbox_files')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('same_key', 'text', (column) => column.notNull().unique())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('area_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('media_id', 'text')
      .addColumn('bulletin_id', 'text')
      .addColumn('reason', 'text')
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .addColumn('done_at', 'text')
      .execute()
    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute()
  },
}
