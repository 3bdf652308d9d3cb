import type { Migration } from './migration.js'

/** The area tree; official codes are dated attributes, never identity. */
export const areas: Migration = {
  name: '0002-areas',
  async up(db) {
    await db.schema
      .createTable('areas')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('parent_id', 'text', (column) => column.references('areas.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('area_codes')
      .addColumn('area_id', 'text', (column) =>
        column.notNull().references('areas.id').onDelete('cascade'),
      )
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('valid_from', 'text', (column) => column.notNull())
      .addColumn('valid_until', 'text')
      .addPrimaryKeyConstraint('area_codes_key', ['area_id', 'valid_from'])
      .execute()
    await db.schema
      .createIndex('area_codes_by_code')
      .on('area_codes')
      .column('code')
      .execute()
  },
}
