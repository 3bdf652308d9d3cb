/*
 * The one way a file of ours comes into being: written aside, flushed, named,
 * and the name flushed too. After a power cut there is the old or the new
 * file, never half of one.
 */
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Stored } from '../core/ports.js'

/**
 * Writes and names the file durably. Throws what the file system throws; the
 * half file is removed then.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array | string,
  options: { mode?: number; beforeNaming?: () => Promise<void> } = {},
): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(aside, 'wx', options.mode ?? 0o644)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await options.beforeNaming?.()
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes the folder; one that is there will do, even on a read-only disk. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(async (error: unknown) => {
    const found = await stat(path).catch(() => null)
    if (!found?.isDirectory()) throw error
  })
}

/** Flushes the names in a folder. Windows has no such thing and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a failed write means to the core. */
export function storeFailure(error: unknown): Stored & { ok: false } {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return {
    ok: false,
    reason: full ? 'disk_full' : code === 'EROFS' ? 'read_only' : 'io',
    detail: code || String(error),
  }
}
