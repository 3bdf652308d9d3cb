/**
 * Brings the database to this version: an explicit ordered list, one lock so
 * that two nodes starting together do it once, and a refusal to touch a
 * database that a newer version has changed.
 */
import { type Migration as KyselyMigration, Migrator } from 'kysely'
import type { Database } from './database.js'
import { accounts } from './migrations/0001-accounts.js'
import { areas } from './migrations/0002-areas.js'
import { audit } from './migrations/0003-audit.js'
import { media } from './migrations/0004-media.js'
import { files } from './migrations/0005-files.js'
import { people } from './migrations/0020-people.js'
import { areaMigrations } from './migrations/areas.js'
import { auditMigrations } from './migrations/audit.js'
import type { Migration } from './migrations/migration.js'
import { publishingMigrations } from './migrations/publishing.js'
import { requestsMigrations } from './migrations/requests.js'

export const MIGRATIONS: readonly Migration[] = [
  accounts,
  areas,
  audit,
  media,
  files,
  people,
  ...publishingMigrations,
  ...requestsMigrations,
  ...areaMigrations,
  ...auditMigrations,
].sort((a, b) => (a.name < b.name ? -1 : 1))

/** The database was made by a newer version than this one. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
  readonly unknown: readonly string[]

  constructor(unknown: readonly string[]) {
    super(
      `the database has steps this version does not know: ${unknown.join(', ')}`,
    )
    this.unknown = unknown
  }
}

/**
 * Runs the steps that have not run. Returns their names. Throws
 * NewerDatabaseError before changing anything, or the fault of a step, whose
 * transaction was rolled back.
 */
export async function migrate(
  database: Pick<Database, 'db' | 'dialect'>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  await refuseNewer(database, migrations)
  const steps: Record<string, KyselyMigration> = {}
  for (const step of migrations)
    steps[step.name] = { up: (db) => step.up(db, database.dialect) }
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve(steps) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}

async function refuseNewer(
  { db }: Pick<Database, 'db'>,
  migrations: readonly Migration[],
): Promise<void> {
  const tables = await db.introspection.getTables({
    withInternalKyselyTables: true,
  })
  if (!tables.some((table) => table.name === 'migrations')) return
  const done = await db
    .withTables<{ migrations: { name: string } }>()
    .selectFrom('migrations')
    .select('name')
    .execute()
  const known = new Set(migrations.map((step) => step.name))
  const unknown = done.map((row) => row.name).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new NewerDatabaseError(unknown)
}
