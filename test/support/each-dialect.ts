import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  openDatabase,
  type Database,
  type DialectName,
} from '../../cms/server/db/database.js'
import { migrate } from '../../cms/server/db/migrate.js'
import { silentLog } from '../../shared/kernel/log.js'
import { freshPostgresUrl } from './postgres.js'

export const DIALECTS = ['sqlite', 'postgres'] as const

/**
 * Runs the same promises on both dialects. `database()` is the open, migrated
 * and empty database of the running test.
 */
export function eachDialect(
  promises: (database: () => Database, dialect: DialectName) => void,
): void {
  for (const dialect of DIALECTS)
    describe(`on ${dialect}`, () => {
      let database: Database | undefined
      let folder: string

      beforeEach(async function () {
        this.timeout(60_000)
        folder = await mkdtemp(join(tmpdir(), 'bangtin-db-'))
        const databaseUrl = await databaseUrlFor(dialect)
        database = await openDatabase(
          { databaseUrl, dataFolder: folder },
          silentLog,
        )
        await migrate(database)
      })

      afterEach(async () => {
        await database?.close()
        await rm(folder, { recursive: true, force: true })
      })

      promises(() => database!, dialect)
    })
}

/** What DATABASE_URL has to be for the dialect. */
export function databaseUrlFor(dialect: DialectName): Promise<string | null> {
  return dialect === 'postgres' ? freshPostgresUrl() : Promise.resolve(null)
}
