import type { Migration } from './migration.js'

/** What a screen does alone and at night, where a person decided it. */
export const screenCare: Migration = {
  name: '0050-screen-care',
  async up(db) {
    await db.schema
      .alterTable('screens')
      .addColumn('care_json', 'text')
      .execute()
  },
}
