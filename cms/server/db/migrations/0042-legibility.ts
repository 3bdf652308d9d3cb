import type { Migration } from './migration.js'

/** What was measured of a rendered slide, and its time on each kind of glass. */
export const legibility: Migration = {
  name: '0042-legibility',
  async up(db) {
    await db.schema
      .createTable('slide_measurements')
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('orientation', 'text', (c) => c.notNull())
      .addColumn('text_step', 'real', (c) => c.notNull())
      .addColumn('pages', 'integer', (c) => c.notNull())
      .addColumn('findings_json', 'text', (c) => c.notNull())
      .addColumn('measured_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('slide_measurements_key', [
        'sha256',
        'orientation',
        'text_step',
      ])
      .execute()
    await db.schema
      .alterTable('release_slides')
      .addColumn('slots_json', 'text')
      .execute()
  },
}
