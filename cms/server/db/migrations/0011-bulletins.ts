import type { Migration } from './migration.js'

/** Bulletins and their revisions. */
export const bulletins: Migration = {
  name: '0011-bulletins',
  async up(db) {
    await db.schema
      .createTable('bulletins')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('owner_area_id', 'text', (c) => c.notNull())
      .addColumn('owner_area_name', 'text', (c) => c.notNull())
      .addColumn('author_id', 'text', (c) => c.notNull())
      .addColumn('author_name', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('template_id', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('search', 'text', (c) => c.notNull())
      .addColumn('priority', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('revision_id', 'text', (c) => c.notNull())
      .addColumn('live_revision_number', 'integer')
      .addColumn('returned_because', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('live_since', 'text')
      .addColumn('expires_at', 'text')
      .execute()
    await db.schema
      .createIndex('bulletins_by_change')
      .on('bulletins')
      .columns(['updated_at', 'id'])
      .execute()
    await db.schema
      .createIndex('bulletins_by_state')
      .on('bulletins')
      .columns(['state', 'updated_at'])
      .execute()
    await db.schema
      .createTable('revisions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('bulletin_id', 'text', (c) =>
        c.notNull().references('bulletins.id'),
      )
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('author_id', 'text', (c) => c.notNull())
      .addColumn('editors_json', 'text', (c) => c.notNull())
      .addColumn('body_json', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('submitted_at', 'text')
      .addUniqueConstraint('revisions_number', ['bulletin_id', 'number'])
      .execute()
  },
}
