import type { Kysely } from 'kysely'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Migration } from './migration.js'

/** Before anything that is written down: a name or code held since then. */
const BEGINNING = '0001-01-01'

type Before = {
  areas: { id: string; name: string; search: string }
  area_codes: { area_id: string; code: string }
  area_names: { area_id: string; name: string; valid_from: string }
  area_tree: { id: string; version: number }
}

/**
 * Areas through time: when they were, what they were called and when, what
 * people call them besides, and what became of them.
 */
export const areaHistory: Migration = {
  name: '0025-area-history',
  async up(db) {
    const alter = () => db.schema.alterTable('areas')
    await alter()
      .addColumn('valid_from', 'text', (column) =>
        column.notNull().defaultTo(BEGINNING),
      )
      .execute()
    await alter().addColumn('valid_until', 'text').execute()
    await alter()
      .addColumn('version', 'integer', (column) =>
        column.notNull().defaultTo(1),
      )
      .execute()
    for (const [name, value] of [
      ['tags_json', '[]'],
      ['search', ''],
    ] as const)
      await alter()
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(value))
        .execute()
    await createTables(db)
    await fill(db.withTables<Before>())
  },
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('area_names')
    .addColumn('area_id', 'text', (column) =>
      column.notNull().references('areas.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text')
    .addPrimaryKeyConstraint('area_names_key', ['area_id', 'valid_from'])
    .execute()
  await db.schema
    .createTable('area_aliases')
    .addColumn('area_id', 'text', (column) =>
      column.notNull().references('areas.id').onDelete('cascade'),
    )
    .addColumn('alias', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('area_aliases_key', ['area_id', 'alias'])
    .execute()
  await db.schema
    .createTable('area_merges')
    .addColumn('from_id', 'text', (column) =>
      column.notNull().references('areas.id').onDelete('cascade'),
    )
    .addColumn('to_id', 'text', (column) =>
      column.notNull().references('areas.id').onDelete('cascade'),
    )
    .addColumn('merged_on', 'text', (column) => column.notNull())
    .addColumn('partial', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('area_merges_key', ['from_id', 'to_id'])
    .execute()
  await db.schema
    .createIndex('area_merges_by_to')
    .on('area_merges')
    .column('to_id')
    .execute()
  await db.schema
    .createTable('area_tree')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
}

async function fill(db: Kysely<Before>): Promise<void> {
  await db.insertInto('area_tree').values({ id: 'tree', version: 1 }).execute()
  const codes = await db.selectFrom('area_codes').selectAll().execute()
  for (const { id, name } of await db
    .selectFrom('areas')
    .select(['id', 'name'])
    .execute()) {
    await db
      .insertInto('area_names')
      .values({ area_id: id, name, valid_from: BEGINNING })
      .execute()
    const own = codes.filter((code) => code.area_id === id)
    const words = [name, ...own.map(({ code }) => code)]
    await db
      .updateTable('areas')
      .set({ search: words.map(foldVietnamese).join('\n') })
      .where('id', '=', id)
      .execute()
  }
}
