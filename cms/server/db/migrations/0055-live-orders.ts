import type { Migration } from './migration.js'

/**
 * Urgent notices with versions, orders that wait for a second person, and the
 * rule of an area for who may send alone.
 */
export const liveOrders: Migration = {
  name: '0055-live-orders',
  async up(db) {
    for (const table of ['notice_deliveries', 'receipts'])
      await db.schema
        .alterTable(table)
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .execute()
    for (const column of ['source', 'words_json'])
      await db.schema.alterTable('notices').addColumn(column, 'text').execute()
    await db.schema
      .createTable('notice_versions')
      .addColumn('notice_id', 'text', (c) =>
        c.notNull().references('notices.id'),
      )
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('issued_at', 'text', (c) => c.notNull())
      .addColumn('issued_by', 'text', (c) => c.notNull())
      .addColumn('issued_by_id', 'text', (c) => c.notNull())
      .addColumn('payload_json', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('notice_versions_key', ['notice_id', 'version'])
      .execute()
    await db.schema
      .createTable('notice_orders')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('owner_area_id', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('asked_json', 'text', (c) => c.notNull())
      .addColumn('source', 'text')
      .addColumn('notice_id', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('created_by_id', 'text', (c) => c.notNull())
      .addColumn('decided_at', 'text')
      .addColumn('decided_by', 'text')
      .execute()
    await db.schema
      .createIndex('notice_orders_by_state')
      .on('notice_orders')
      .columns(['state', 'created_at'])
      .execute()
    await db.schema
      .createTable('notice_policies')
      .addColumn('area_id', 'text', (c) => c.primaryKey())
      .addColumn('rule', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'text', (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .execute()
  },
}
