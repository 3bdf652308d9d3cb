import type { Migration } from './migration.js'

/**
 * The library: what a file is, whose it is, what may be done with it, and the
 * pages of documents. A row from before belongs to the whole province.
 */
export const mediaLibrary: Migration = {
  name: '0044-media-library',
  async up(db) {
    const texts = [
      ['kind', 'picture'],
      ['state', 'ready'],
      ['alt', ''],
      ['licence', ''],
      ['source', ''],
      ['tags_json', '[]'],
      ['search', ''],
    ] as const
    for (const [name, standard] of texts)
      await db.schema
        .alterTable('media')
        .addColumn(name, 'text', (column) =>
          column.notNull().defaultTo(standard),
        )
        .execute()
    const optional = [
      'area_id',
      'rights_until',
      'focus_json',
      'crops_json',
      'look',
      'video_json',
      'document_json',
      'failure',
      'same_key',
    ]
    for (const name of optional)
      await db.schema.alterTable('media').addColumn(name, 'text').execute()
    await db.schema
      .alterTable('media')
      .addColumn('shared', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
    await db.schema
      .createIndex('media_by_same_key')
      .on('media')
      .column('same_key')
      .unique()
      .execute()
    await db.schema
      .createIndex('media_by_area')
      .on('media')
      .columns(['area_id', 'uploaded_at'])
      .execute()
    await db.schema
      .createTable('media_pages')
      .addColumn('media_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('rendition_1080', 'text', (column) => column.notNull())
      .addColumn('rendition_2160', 'text', (column) => column.notNull())
      .addColumn('thumbnail', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('media_pages_key', ['media_id', 'number'])
      .execute()
  },
}
