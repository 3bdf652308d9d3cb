import type { Migration } from './migration.js'

/** Who asked for approval, remarks, embargo, history and kept drafts. */
export const bulletinWay: Migration = {
  name: '0030-bulletin-way',
  async up(db) {
    const columns = [
      'submitted_at',
      'submitted_by',
      'submitted_by_name',
      'remarks_json',
      'not_before',
      'changed_by_name',
    ]
    // SQLite adds one column at a time.
    for (const column of columns)
      await db.schema
        .alterTable('bulletins')
        .addColumn(column, 'text')
        .execute()
    await db.schema
      .createTable('bulletin_steps')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('bulletin_id', 'text', (c) =>
        c.notNull().references('bulletins.id'),
      )
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor_id', 'text', (c) => c.notNull())
      .addColumn('actor_name', 'text', (c) => c.notNull())
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('revision_number', 'integer', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('remarks_json', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createIndex('bulletin_steps_by_bulletin')
      .on('bulletin_steps')
      .columns(['bulletin_id', 'at'])
      .execute()
    await db.schema
      .createTable('draft_saves')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('bulletin_id', 'text', (c) =>
        c.notNull().references('bulletins.id'),
      )
      .addColumn('revision_number', 'integer', (c) => c.notNull())
      .addColumn('author_id', 'text', (c) => c.notNull())
      .addColumn('author_name', 'text', (c) => c.notNull())
      .addColumn('began_at', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .addColumn('body_json', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createIndex('draft_saves_by_bulletin')
      .on('draft_saves')
      .columns(['bulletin_id', 'saved_at'])
      .execute()
  },
}
