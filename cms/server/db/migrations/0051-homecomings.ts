import type { Migration } from './migration.js'

/** What sticks have brought home from screens without a network, each once. */
export const homecomings: Migration = {
  name: '0051-homecomings',
  async up(db) {
    await db.schema
      .createTable('homecomings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('screen_id', 'text', (c) =>
        c.notNull().references('screens.id'),
      )
      .addColumn('taken_at', 'text', (c) => c.notNull())
      .execute()
  },
}
