import type { Migration } from './migration.js'

/** Pictures people uploaded, with the hashes of their renditions. */
export const media: Migration = {
  name: '0004-media',
  async up(db) {
    await db.schema
      .createTable('media')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('original_sha256', 'text', (column) => column.notNull())
      .addColumn('media_type', 'text', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('rendition_1080', 'text', (column) => column.notNull())
      .addColumn('rendition_2160', 'text', (column) => column.notNull())
      .addColumn('thumbnail', 'text', (column) => column.notNull())
      .addColumn('uploaded_at', 'text', (column) => column.notNull())
      .addColumn('uploaded_by', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('media_by_uploaded_at')
      .on('media')
      .column('uploaded_at')
      .execute()
  },
}
