/**
 * Opens the one database: SQLite in the data folder, or PostgreSQL when
 * DATABASE_URL is set. Everything above speaks Kysely and one schema.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import {
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  sql,
  type DialectAdapter,
} from 'kysely'
import pg from 'pg'
import type { Log } from '../../../shared/kernel/log.js'
import { createListeningPool } from './listening-pool.js'
import type { Schema } from './schema.js'
import { guarded } from './transaction-guard.js'

export type Db = Kysely<Schema>
export type DialectName = 'sqlite' | 'postgres'

export type Database = {
  db: Db
  dialect: DialectName
  /** For the online backup; null on PostgreSQL. */
  sqlite: BetterSqlite3.Database | null
  /** Only for the Socket.IO adapter (listening-pool.ts); null on SQLite. */
  pool: pg.Pool | null
  /** Resolves when the database answers, rejects when it does not. */
  ping(): Promise<void>
  close(): Promise<void>
}

export type DatabaseOptions = {
  databaseUrl: string | null
  dataFolder: string
}

/** Opens, without migrating. Throws when the database cannot be reached. */
export async function openDatabase(
  options: DatabaseOptions,
  log: Log,
): Promise<Database> {
  const opened =
    options.databaseUrl === null
      ? await openSqlite(options.dataFolder)
      : openPostgres(options.databaseUrl, log)
  const ping = async () => {
    await sql`select 1`.execute(opened.db)
  }
  try {
    await ping()
  } catch (error) {
    await opened.close()
    throw error
  }
  return { ...opened, ping }
}

/** SQLite can undo a change of schema; Kysely's adapter does not use that. */
class WholeStepsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class WholeStepsDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new WholeStepsAdapter()
  }
}

type Opened = Omit<Database, 'ping'>

/** FULL: a bulletin that was answered "saved" survives a cut of power. */
async function openSqlite(dataFolder: string): Promise<Opened> {
  await mkdir(dataFolder, { recursive: true })
  const sqlite = new BetterSqlite3(join(dataFolder, 'bangtin.db'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  const dialect = guarded(new WholeStepsDialect({ database: sqlite }))
  const db = new Kysely<Schema>({ dialect })
  const close = () => db.destroy()
  return { db, dialect: 'sqlite', sqlite, pool: null, close }
}

const INT8 = 20

function openPostgres(databaseUrl: string, log: Log): Opened {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'bangtin-cms',
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  })
  // A restart of PostgreSQL breaks idle and listening clients; without both
  // handlers that would end this process. The next query connects again.
  const lost = (error: Error) =>
    log.warn({ reason: error.message }, 'database connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const dialect = guarded(new PostgresDialect({ pool }))
  const db = new Kysely<Schema>({ dialect })
  const listening = createListeningPool(pool, databaseUrl, lost)
  const close = async () => {
    await listening.close()
    await db.destroy()
  }
  const { pool: livePool } = listening
  return { db, dialect: 'postgres', sqlite: null, pool: livePool, close }
}

/** Counts come as bigint; ours all fit a number. */
function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === INT8 && format !== 'binary') return Number
  return format === 'binary'
    ? pg.types.getTypeParser(oid, 'binary')
    : pg.types.getTypeParser(oid, 'text')
}
