import type { Migration } from './migration.js'

/** Urgent notices, their way to each screen, and the screens' signed words. */
export const notices: Migration = {
  name: '0013-notices',
  async up(db) {
    await db.schema
      .createTable('notices')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('drill', 'integer', (c) => c.notNull())
      .addColumn('owner_area_id', 'text', (c) => c.notNull())
      .addColumn('issuer', 'text', (c) => c.notNull())
      .addColumn('issued_by', 'text', (c) => c.notNull())
      .addColumn('issued_by_id', 'text', (c) => c.notNull())
      .addColumn('issued_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('recalled_at', 'text')
      .addColumn('ended_at', 'text')
      .addColumn('payload_json', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('files_json', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createIndex('notices_by_time')
      .on('notices')
      .columns(['issued_at', 'id'])
      .execute()
    await db.schema
      .createTable('notice_deliveries')
      .addColumn('notice_id', 'text', (c) =>
        c.notNull().references('notices.id'),
      )
      .addColumn('screen_id', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text')
      .addColumn('received_at', 'text')
      .addColumn('shown_at', 'text')
      .addColumn('ended_at', 'text')
      .addColumn('failed', 'text')
      .addPrimaryKeyConstraint('notice_deliveries_key', [
        'notice_id',
        'screen_id',
      ])
      .execute()
    await db.schema
      .createTable('receipts')
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('notice_id', 'text', (c) => c.notNull())
      .addColumn('screen_id', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('taken_at', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('receipts_key', ['screen_id', 'id'])
      .execute()
  },
}
