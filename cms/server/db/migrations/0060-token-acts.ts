import type { Migration } from './migration.js'

/** A token may be for some acts of its roles only. */
export const tokenActs: Migration = {
  name: '0060-token-acts',
  async up(db) {
    await db.schema.alterTable('api_tokens').addColumn('acts', 'text').execute()
    await db.schema
      .createIndex('api_tokens_by_owner')
      .on('api_tokens')
      .columns(['owner_id', 'created_at'])
      .execute()
  },
}
