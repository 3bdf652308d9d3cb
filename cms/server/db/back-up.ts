/**
 * A copy of the SQLite database while it is in use. It holds no key and no
 * picture: `keys/` is to be copied once to a safe place, and `files/` only ever
 * gains files, so any copying tool keeps it. PostgreSQL has its own tools
 * (pg_dump); we do not pretend to replace them.
 */
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { isoNow, type Clock } from '../../../shared/kernel/clock.js'
import type { Database } from './database.js'

type Deps = {
  database: Pick<Database, 'sqlite'>
  config: { dataFolder: string; backupKeep: number }
  clock: Clock
}

export type BackUp =
  | { made: true; path: string; removed: string[] }
  /** On PostgreSQL: back up with pg_dump. */
  | { made: false; reason: 'postgres' }

const NAME = /^bangtin-\d{8}T\d{6}Z\.db$/

/**
 * Makes one backup under `<dataFolder>/backups`, checks that it opens and is
 * sound, and removes the oldest beyond `backupKeep`. A failure leaves no
 * half-made backup and removes none.
 */
export async function backUp(deps: Deps): Promise<BackUp> {
  const { sqlite } = deps.database
  if (sqlite === null) return { made: false, reason: 'postgres' }
  const folder = join(deps.config.dataFolder, 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stamp = isoNow(deps.clock).replace(/\.\d+/, '').replace(/[-:]/g, '')
  const path = join(folder, `bangtin-${stamp}.db`)
  const aside = `${path}.part`
  try {
    await sqlite.backup(aside)
    requireSound(aside)
    await flush(aside)
    await rename(aside, path)
    await flush(folder)
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal'])
      await rm(`${aside}${end}`, { force: true })
    throw error
  }
  return { made: true, path, removed: await removeOld(deps, folder) }
}

function requireSound(path: string): void {
  // Not read-only: a copy of a WAL database opens its own log; made a plain
  // file again, it is one file to carry about.
  const copy = new BetterSqlite3(path)
  try {
    copy.pragma('journal_mode = DELETE')
    const verdict: unknown = copy.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`backup is not sound: ${verdict}`)
  } finally {
    copy.close()
  }
}

async function removeOld(deps: Deps, folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  const old = names.slice(0, Math.max(0, names.length - deps.config.backupKeep))
  for (const name of old) await rm(join(folder, name))
  return old
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
