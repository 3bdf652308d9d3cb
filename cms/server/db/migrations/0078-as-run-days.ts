import { sql } from 'kysely'
import type { Migration } from './migration.js'

/**
 * As-run per day of here: a year of hours of hundreds of screens is too much
 * to add up whenever somebody asks. Kept with every report of a screen.
 */
export const asRunDays: Migration = {
  name: '0078-as-run-days',
  async up(db, dialect) {
    await db.schema
      .createTable('as_run_days')
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('screen_id', 'text', (c) => c.notNull())
      .addColumn('release_id', 'text', (c) => c.notNull())
      .addColumn('showings', 'integer', (c) => c.notNull())
      .addColumn('seconds', 'real', (c) => c.notNull())
      .addPrimaryKeyConstraint('as_run_days_key', [
        'day',
        'screen_id',
        'release_id',
      ])
      .execute()
    // Asia/Ho_Chi_Minh has been UTC+7 without a change since 1975.
    const day =
      dialect === 'sqlite'
        ? sql`date(hour, '+7 hours')`
        : sql`to_char(hour::timestamptz at time zone 'UTC' + interval '7 hours', 'YYYY-MM-DD')`
    await sql`insert into as_run_days (day, screen_id, release_id, showings, seconds)
      select ${day}, screen_id, release_id, sum(showings), sum(seconds)
      from as_run group by 1, 2, 3`.execute(db)
  },
}
