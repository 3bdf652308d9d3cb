/**
 * Bytes on disk, named by their SHA-256. A file appears under its name only
 * when it is whole and flushed, so that a kill at any instant leaves either
 * the file or nothing; what has rotted is set aside and never handed out.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Log } from '../../../../shared/kernel/log.js'

export type FileStore = {
  /** Keeps the bytes and returns their name. Throws `store.full`. */
  put(bytes: Uint8Array): Promise<string>
  /**
   * Takes a stream to disk as it comes, never whole in memory; it is kept only
   * by `keep`. `limitOf` says from the first bytes how many there may be.
   * Leaves nothing behind when the stream breaks. Throws
   * `media.too_many_bytes`, `store.full`, or what the stream threw.
   */
  receive(
    source: AsyncIterable<Uint8Array>,
    limitOf: (head: Buffer) => number,
  ): Promise<Received>
  /** All bytes, verified. Throws `file.not_found`, `file.damaged`. */
  read(sha256: string): Promise<Buffer>
  /**
   * Where the verified file lies, for sending ranges of it. Throws
   * `file.not_found`, `file.damaged`.
   */
  locate(sha256: string): Promise<{ path: string; sizeBytes: number }>
  has(sha256: string): Promise<boolean>
  /** Removes it; absent is fine. */
  remove(sha256: string): Promise<void>
}

/** A whole file on disk that is not kept yet. */
export type Received = {
  path: string
  sha256: string
  sizeBytes: number
  head: Buffer
  /** Gives it its name in the store; the same bytes are kept once. */
  keep(): Promise<string>
  /** Forgets it; harmless after `keep`. */
  drop(): Promise<void>
}

type Options = {
  folder: string
  clock: Clock
  log: Log
  /** Another CMS node may be writing into the same folder right now. */
  shared?: boolean
}

/** A file that was hashed is believed this long, if size and mtime stay. */
const BELIEVED_MS = 24 * 3600 * 1000
const BELIEVED_FILES = 20_000

/**
 * Opens the store, making its folders and sweeping what a crash left
 * unfinished: nothing in `incoming` was ever answered for.
 */
export async function openFileStore(options: Options): Promise<FileStore> {
  const { folder, clock, log } = options
  const incoming = join(folder, 'incoming')
  const damaged = join(folder, 'damaged')
  if (options.shared !== true)
    await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })
  await mkdir(damaged, { recursive: true })
  const verified = new Map<string, { mark: string; at: number }>()

  const pathOf = (sha256: string) => {
    // The name becomes a path: nothing but a hash may ever get here.
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('file.not_found')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  const setAside = async (sha256: string, path: string): Promise<never> => {
    verified.delete(sha256)
    await rename(path, join(damaged, `${sha256}.${clock.now()}`))
    log.error({ sha256 }, 'damaged file set aside')
    throw new AppError('file.damaged', { sha256 })
  }

  const believe = (sha256: string, mark: string) => {
    if (verified.size >= BELIEVED_FILES) verified.clear()
    verified.set(sha256, { mark, at: clock.now() })
  }

  const locate = async (sha256: string) => {
    const path = pathOf(sha256)
    const found = await statOrNull(path)
    if (found === null) throw new AppError('file.not_found', { sha256 })
    const mark = `${found.size}:${found.mtimeMs}`
    const known = verified.get(sha256)
    const fresh = known?.mark === mark && clock.now() - known.at < BELIEVED_MS
    if (!fresh) {
      if ((await hashOfFile(path)) !== sha256) await setAside(sha256, path)
      believe(sha256, mark)
    }
    return { path, sizeBytes: found.size }
  }

  /** Moves a flushed file to its name, unless it is there already. */
  const settle = async (aside: string, sha256: string) => {
    const kept = await locate(sha256).catch((error: unknown) => {
      if (error instanceof AppError) return null
      throw error
    })
    if (kept !== null) await rm(aside, { force: true })
    else await placeFlushed(aside, folder, sha256)
    return sha256
  }

  return {
    locate,

    async receive(source, limitOf) {
      const aside = join(incoming, randomBytes(12).toString('hex'))
      try {
        const taken = await streamFlushed(aside, source, limitOf)
        return {
          path: aside,
          ...taken,
          keep: () => settle(aside, taken.sha256),
          drop: () => rm(aside, { force: true }),
        }
      } catch (error) {
        await rm(aside, { force: true })
        if (isFull(error)) throw new AppError('store.full', {}, error)
        throw error
      }
    },

    async put(bytes) {
      const sha256 = hashOf(bytes)
      const kept = await locate(sha256).catch((error: unknown) => {
        if (error instanceof AppError) return null
        throw error
      })
      if (kept !== null) return sha256
      const aside = join(incoming, randomBytes(12).toString('hex'))
      try {
        await writeFlushed(aside, bytes)
        await placeFlushed(aside, folder, sha256)
      } catch (error) {
        await rm(aside, { force: true })
        if (isFull(error)) throw new AppError('store.full', {}, error)
        throw error
      }
      return sha256
    },

    async read(sha256) {
      const path = pathOf(sha256)
      const bytes = await readOrNull(path)
      if (bytes === null) throw new AppError('file.not_found', { sha256 })
      if (hashOf(bytes) !== sha256) await setAside(sha256, path)
      return bytes
    },

    async has(sha256) {
      return (await statOrNull(pathOf(sha256))) !== null
    },

    async remove(sha256) {
      verified.delete(sha256)
      await rm(pathOf(sha256), { force: true })
    },
  }
}

/** Moves a flushed file to its name and makes the move itself durable. */
async function placeFlushed(
  aside: string,
  folder: string,
  sha256: string,
): Promise<void> {
  const upper = join(folder, sha256.slice(0, 2))
  const lower = join(upper, sha256.slice(2, 4))
  const made = await mkdir(lower, { recursive: true })
  await rename(aside, join(lower, sha256))
  await flushFolder(lower)
  if (made === undefined) return
  await flushFolder(upper)
  await flushFolder(folder)
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const HEAD_BYTES = 4096

async function streamFlushed(
  path: string,
  source: AsyncIterable<Uint8Array>,
  limitOf: (head: Buffer) => number,
): Promise<{ sha256: string; sizeBytes: number; head: Buffer }> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o640)
  let head = Buffer.alloc(0)
  let sizeBytes = 0
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.byteLength
      if (head.length < HEAD_BYTES)
        head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
      const maxBytes = limitOf(head)
      if (sizeBytes > maxBytes)
        throw new AppError('media.too_many_bytes', { maxBytes })
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), sizeBytes, head }
}

async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function readOrNull(path: string): Promise<Buffer | null> {
  const file = await open(path).catch(absentIsNull)
  if (file === null) return null
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function statOrNull(path: string) {
  return stat(path).catch(absentIsNull)
}

function absentIsNull(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** How many files wait in `incoming`; for tests and the health page. */
export async function countUnfinished(folder: string): Promise<number> {
  return (await readdir(join(folder, 'incoming'))).length
}
