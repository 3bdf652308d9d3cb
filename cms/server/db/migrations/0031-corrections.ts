import type { Migration } from './migration.js'

/** Corrections: many released bulletins mended by one approval. */
export const corrections: Migration = {
  name: '0031-corrections',
  async up(db) {
    await db.schema
      .createTable('corrections')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('replacement', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('items_json', 'text', (c) => c.notNull())
      .addColumn('proposed_at', 'text', (c) => c.notNull())
      .addColumn('proposed_by', 'text', (c) => c.notNull())
      .addColumn('proposed_by_name', 'text', (c) => c.notNull())
      .addColumn('decided_at', 'text')
      .addColumn('decided_by_name', 'text')
      .addColumn('note', 'text')
      .execute()
    await db.schema
      .createIndex('corrections_by_time')
      .on('corrections')
      .columns(['state', 'proposed_at'])
      .execute()
  },
}
