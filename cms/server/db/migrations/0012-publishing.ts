import { sql, type Kysely } from 'kysely'
import type { Migration } from './migration.js'

/** Releases, sealed manifests, the keyring and recalls. */
export const publishing: Migration = {
  name: '0012-publishing',
  async up(db) {
    await releases(db)
    await manifests(db)
    await recalls(db)
  },
}

async function releases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('releases')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('bulletin_id', 'text', (c) =>
      c.notNull().references('bulletins.id'),
    )
    .addColumn('revision_id', 'text', (c) =>
      c.notNull().references('revisions.id'),
    )
    .addColumn('revision_number', 'integer', (c) => c.notNull())
    .addColumn('released_by', 'text', (c) => c.notNull())
    .addColumn('released_at', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('loop_order', 'integer', (c) => c.notNull())
    .addColumn('audience_json', 'text', (c) => c.notNull())
    .addColumn('item_json', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('ended_as', 'text')
    .execute()
  await db.schema
    .createIndex('releases_live')
    .on('releases')
    .columns(['ended_at', 'loop_order'])
    .execute()
  await db.schema
    .createIndex('releases_by_bulletin')
    .on('releases')
    .column('bulletin_id')
    .execute()
  await db.schema
    .createTable('release_slides')
    .addColumn('release_id', 'text', (c) =>
      c.notNull().references('releases.id'),
    )
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('resolution_class', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('slot_seconds', 'integer', (c) => c.notNull())
    .addColumn('files_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('release_slides_key', [
      'release_id',
      'language',
      'resolution_class',
    ])
    .execute()
}

async function manifests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('manifests')
    .addColumn('screen_id', 'text', (c) => c.notNull().references('screens.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('issued_at', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('releases_json', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('manifests_key', ['screen_id', 'number'])
    .execute()
  await db.schema
    .createTable('programme_state')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute()
  await sql`insert into programme_state (id, version) values (1, 0)`.execute(db)
  await db.schema
    .createTable('keyrings')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('issued_at', 'text', (c) => c.notNull())
    .addColumn('root_kid', 'text', (c) => c.notNull())
    .addColumn('seal_kid', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute()
}

async function recalls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recalls')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('target_kind', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text', (c) => c.notNull())
    .addColumn('issued_at', 'text', (c) => c.notNull())
    .addColumn('payload_json', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .execute()
  await db.schema
    .createTable('recall_screens')
    .addColumn('recall_id', 'text', (c) => c.notNull().references('recalls.id'))
    .addColumn('screen_id', 'text', (c) => c.notNull())
    .addColumn('manifest_number', 'integer')
    .addPrimaryKeyConstraint('recall_screens_key', ['recall_id', 'screen_id'])
    .execute()
}
