import type { Migration } from './migration.js'

/** Groups of screens across the tree, listed or by rule. */
export const screenGroups: Migration = {
  name: '0026-screen-groups',
  async up(db) {
    await db.schema
      .createTable('screen_groups')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('owner_area_id', 'text', (column) =>
        column.notNull().references('areas.id'),
      )
      .addColumn('members_json', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('removed_at', 'text')
      .execute()
  },
}
