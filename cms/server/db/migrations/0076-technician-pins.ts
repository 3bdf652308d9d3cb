import type { Migration } from './migration.js'

/** The technician's PIN of a screen, or of all screens below an area. */
export const technicianPins: Migration = {
  name: '0076-technician-pins',
  async up(db) {
    await db.schema
      .createTable('technician_pins')
      .addColumn('place_id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('set_at', 'text', (c) => c.notNull())
      .execute()
  },
}
