import type { Migration } from './migration.js'

/** Warnings of other systems (CAP 1.2): what came, whom we trust, where we ask. */
export const cap: Migration = {
  name: '0056-cap',
  async up(db) {
    await db.schema
      .createTable('cap_alerts')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('sender', 'text', (c) => c.notNull())
      .addColumn('via', 'text', (c) => c.notNull())
      .addColumn('received_at', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('order_id', 'text')
      .addColumn('notice_id', 'text')
      .addColumn('xml', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createIndex('cap_alerts_by_time')
      .on('cap_alerts')
      .column('received_at')
      .execute()
    await db.schema
      .createTable('cap_senders')
      .addColumn('sender', 'text', (c) => c.primaryKey())
      .addColumn('owner_area_id', 'text', (c) => c.notNull())
      .addColumn('trusted_at', 'text', (c) => c.notNull())
      .addColumn('trusted_by', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('cap_feeds')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('owner_area_id', 'text', (c) => c.notNull())
      .addColumn('etag', 'text')
      .addColumn('polled_at', 'text')
      .addColumn('trouble', 'text')
      .execute()
    await db.schema
      .alterTable('screens')
      .addColumn('position_json', 'text')
      .execute()
  },
}
