/**
 * Two programs over one SQLite data folder would sweep each other's unfinished
 * files and seal beside each other. The lock is SQLite's own on an empty file,
 * which the operating system lets go when its holder dies, however it dies.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/** Another CMS is running over this folder. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError'
}

/** Holds the folder until the returned function is called. */
export function lockDataFolder(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true })
  const lock = new BetterSqlite3(join(dataFolder, 'cms.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    const { code } = error as { code?: string }
    if (code?.startsWith('SQLITE_BUSY') === true)
      throw new DataFolderInUseError(dataFolder, { cause: error })
    throw error
  }
  return () => {
    lock.close()
  }
}
