import type { Migration } from './migration.js'

/** What the file store may serve, with its type: names are hashes only. */
export const files: Migration = {
  name: '0005-files',
  async up(db) {
    await db.schema
      .createTable('files')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('media_type', 'text', (column) => column.notNull())
      .addColumn('size_bytes', 'bigint', (column) => column.notNull())
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('files_by_kept_at')
      .on('files')
      .column('kept_at')
      .execute()
  },
}
