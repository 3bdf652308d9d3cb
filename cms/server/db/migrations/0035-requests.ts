import type { Migration } from './migration.js'

/** What was answered to a request that carried an Idempotency-Key. */
export const requests: Migration = {
  name: '0035-requests',
  async up(db) {
    await db.schema
      .createTable('answered_requests')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('request_hash', 'text', (c) => c.notNull())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('held_until', 'text', (c) => c.notNull())
      .addColumn('answer', 'text')
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('answered_requests_pk', ['person_id', 'key'])
      .execute()
    await db.schema
      .createIndex('answered_requests_by_expiry')
      .on('answered_requests')
      .column('expires_at')
      .execute()
  },
}
