/*
 * lowdb's own JSON adapter neither flushes nor keeps the last good file. This
 * one does, and it knows damaged bytes from good ones by their hash.
 */
import { createHash } from 'node:crypto'
import { copyFile, link, readFile, rename, rm } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import type { Log } from '../../shared/kernel/log.js'
import { writeDurably } from './durable-write.js'

type Options<T> = {
  schema: z.ZodType<T>
  log: Log
  mode?: number
  /**
   * Rather fail than take a file that cannot be read for one that is not
   * there: a disk that stutters must not cost a screen its identity.
   */
  dear?: boolean
}

type ReadOnce<T> = { value: T | null; unreadable: unknown }

/**
 * A lowdb adapter for one JSON document at `path`. Reads the file, else the
 * last good one, else null; it never throws for damaged content. Writes are
 * atomic and flushed, and keep the file before as `<path>.last-good`.
 */
export function durableJson<T>(path: string, options: Options<T>): Adapter<T> {
  const lastGood = `${path}.last-good`
  const mode = options.mode ?? 0o644
  return {
    async read() {
      const newest = await readChecked(path, options)
      if (newest.value !== null) return newest.value
      const older = await readChecked(lastGood, options)
      if (older.value !== null)
        options.log.warn({ path }, 'last good document used')
      const unreadable = newest.unreadable ?? older.unreadable
      if (older.value === null && options.dear && unreadable)
        throw new Error(`${path} cannot be read`, { cause: unreadable })
      return older.value
    },
    async write(value) {
      await writeDurably(path, wrap(value), {
        mode,
        beforeNaming: () => keepLastGood(path, lastGood),
      })
    },
  }
}

function wrap(value: unknown): string {
  const text = JSON.stringify(value)
  return `{"sha256":"${hashOf(text)}","value":${text}}\n`
}

async function readChecked<T>(
  path: string,
  options: Options<T>,
): Promise<ReadOnce<T>> {
  let unreadable: unknown = null
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      options.log.error({ path, err: error }, 'document could not be read')
      unreadable = error
    }
    return null
  })
  if (text === null) return { value: null, unreadable }
  const parsed = options.schema.safeParse(unwrap(text))
  if (parsed.success) return { value: parsed.data, unreadable }
  options.log.error({ path }, 'document is damaged')
  // Kept for whoever wants to know why; it must not become the last good one.
  await rename(path, `${path}.damaged`).catch(() => {
    // A read-only disk: the damaged file stays and is passed over again.
  })
  return { value: null, unreadable }
}

function unwrap(text: string): unknown {
  try {
    const document = JSON.parse(text) as { sha256?: unknown; value?: unknown }
    const inner = JSON.stringify(document.value)
    return document.sha256 === hashOf(inner) ? document.value : undefined
  } catch {
    // Half a file is no JSON: damaged, and said so by the caller.
    return undefined
  }
}

async function keepLastGood(path: string, lastGood: string): Promise<void> {
  await rm(lastGood, { force: true })
  try {
    await link(path, lastGood)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    // No hard links on this file system.
    await copyFile(path, lastGood)
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
