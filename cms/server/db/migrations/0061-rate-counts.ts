import { sql } from 'kysely'
import type { Migration } from './migration.js'

/** How often each caller came in each minute, when several nodes share it. */
export const rateCounts: Migration = {
  name: '0061-rate-counts',
  async up(db, dialect) {
    await db.schema
      .createTable('rate_counts')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('window', 'bigint', (c) => c.notNull())
      .addColumn('hits', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('rate_counts_key', ['key', 'window'])
      .execute()
    // Counts of a minute need not outlive a crash.
    if (dialect === 'postgres')
      await sql`alter table rate_counts set unlogged`.execute(db)
  },
}
