import type { Migration } from './migration.js'

/** Screens, and boxes that wait to become one. */
export const screens: Migration = {
  name: '0010-screens',
  async up(db) {
    await db.schema
      .createTable('screens')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('area_id', 'text', (c) => c.notNull())
      .addColumn('orientation', 'text', (c) => c.notNull())
      .addColumn('resolution_class', 'text', (c) => c.notNull())
      .addColumn('languages_json', 'text', (c) => c.notNull())
      .addColumn('diagonal_inches', 'real', (c) => c.notNull())
      .addColumn('viewing_metres', 'real', (c) => c.notNull())
      .addColumn('ticker_json', 'text', (c) => c.notNull())
      .addColumn('public_key_json', 'text', (c) => c.notNull())
      .addColumn('player_json', 'text', (c) => c.notNull())
      .addColumn('paired_at', 'text', (c) => c.notNull())
      .addColumn('revoked_at', 'text')
      .addColumn('last_seen_at', 'text')
      .addColumn('status_json', 'text')
      .addColumn('manifest_number', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('manifest_etag', 'text')
      .addColumn('built_version', 'integer', (c) => c.notNull().defaultTo(-1))
      .execute()
    await db.schema
      .createIndex('screens_by_area')
      .on('screens')
      .column('area_id')
      .execute()
    await db.schema
      .createTable('pairings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('code', 'text', (c) => c.notNull().unique())
      .addColumn('key_thumbprint', 'text', (c) => c.notNull().unique())
      .addColumn('public_key_json', 'text', (c) => c.notNull())
      .addColumn('player_json', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('screen_id', 'text')
      .execute()
    await db.schema
      .createTable('as_run')
      .addColumn('screen_id', 'text', (c) => c.notNull())
      .addColumn('release_id', 'text', (c) => c.notNull())
      .addColumn('hour', 'text', (c) => c.notNull())
      .addColumn('showings', 'integer', (c) => c.notNull())
      .addColumn('seconds', 'real', (c) => c.notNull())
      .addPrimaryKeyConstraint('as_run_key', [
        'screen_id',
        'release_id',
        'hour',
      ])
      .execute()
  },
}
