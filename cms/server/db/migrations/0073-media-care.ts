import type { Migration } from './migration.js'

/** Words in English, consent of who is seen, where a file came from, its end. */
export const mediaCare: Migration = {
  name: '0073-media-care',
  async up(db) {
    const texts = [
      ['alt_en', ''],
      ['consent', ''],
      ['origin', 'upload'],
    ] as const
    for (const [name, standard] of texts)
      await db.schema
        .alterTable('media')
        .addColumn(name, 'text', (column) =>
          column.notNull().defaultTo(standard),
        )
        .execute()
    await db.schema
      .alterTable('media')
      .addColumn('retired_at', 'text')
      .execute()
    await db.schema
      .createIndex('media_by_time')
      .on('media')
      .columns(['uploaded_at', 'id'])
      .execute()
  },
}
