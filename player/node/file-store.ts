/*
 * The cache: one flat folder of files named by their sha256, and one of half
 * files. A name is given only to bytes whose hash was checked and flushed.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentStore, Part, Stored } from '../core/ports.js'
import {
  makeFolder,
  storeFailure,
  syncFolder,
  writeDurably,
} from './durable-write.js'

const NAME = /^[0-9a-f]{64}$/

/** Opens the cache under `folder`; what a killed writer left is cleared. */
export async function openFileStore(folder: string): Promise<ContentStore> {
  const parts = join(folder, 'parts')
  await makeFolder(parts)
  for (const name of await readdir(folder))
    if (name.endsWith('.tmp')) await removeQuietly(join(folder, name))
  const pathOf = (sha256: string) => join(folder, checked(sha256))
  const partOf = (sha256: string) => join(parts, `${checked(sha256)}.part`)

  const has: ContentStore['has'] = async (sha256, sizeBytes) => {
    const found = await stat(pathOf(sha256)).catch(() => null)
    if (!found?.isFile()) return false
    return sizeBytes === undefined || found.size === sizeBytes
  }

  return {
    has,
    list: async () => (await readdir(folder)).filter((n) => NAME.test(n)),
    async put(sha256, bytes) {
      if (hashOf(bytes) !== sha256) return mismatch(sha256)
      if (await has(sha256, bytes.length)) return { ok: true }
      try {
        await writeDurably(pathOf(sha256), bytes)
        return { ok: true }
      } catch (error) {
        return storeFailure(error)
      }
    },
    async read(sha256, mostBytes = Infinity) {
      const found = await stat(pathOf(sha256)).catch(() => null)
      if (!found || found.size > mostBytes) return null
      const bytes = await readFile(pathOf(sha256)).catch(() => null)
      if (!bytes) return null
      if (hashOf(bytes) === sha256) return bytes
      await removeQuietly(pathOf(sha256))
      return null
    },
    async verify(sha256) {
      const hash = createHash('sha256')
      try {
        for await (const chunk of createReadStream(pathOf(sha256)))
          hash.update(chunk as Uint8Array)
      } catch (error) {
        // A disk that stutters is no proof against the file.
        return (error as NodeJS.ErrnoException).code === 'EIO'
      }
      if (hash.digest('hex') === sha256) return true
      await removeQuietly(pathOf(sha256))
      return false
    },
    openPart: (sha256) => openPart(partOf(sha256), pathOf(sha256), folder),
    remove: (sha256) => removeQuietly(pathOf(sha256)),
    async dropParts(wanted) {
      for (const name of await readdir(parts))
        if (!wanted.has(name.replace(/\.part$/, '')))
          await removeQuietly(join(parts, name))
    },
    async freeBytes() {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}

/** What cannot be removed today (a read-only disk) is swept another day. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {})
}

async function openPart(
  path: string,
  target: string,
  folder: string,
): Promise<Part> {
  // 'a+' keeps what an earlier try wrote; reads of it seed the hash.
  const file = await open(path, 'a+')
  let hash = createHash('sha256')
  let size = 0
  for await (const chunk of file.createReadStream({
    autoClose: false,
    start: 0,
  }) as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    size += chunk.length
  }
  const restart = async () => {
    await file.truncate(0)
    hash = createHash('sha256')
    size = 0
  }
  return {
    sizeBytes: () => size,
    restart,
    async write(chunk) {
      try {
        await file.appendFile(chunk)
        hash.update(chunk)
        size += chunk.length
        return { ok: true }
      } catch (error) {
        // Unknown how much of the chunk arrived: what is hashed must be there.
        await file.truncate(size).catch(() => {})
        return storeFailure(error)
      }
    },
    async commit() {
      if (hash.copy().digest('hex') !== nameOf(target)) return mismatch(target)
      try {
        await file.sync()
        await rename(path, target)
        await syncFolder(folder)
        return { ok: true }
      } catch (error) {
        return storeFailure(error)
      }
    },
    close: () => file.close(),
  }
}

function checked(sha256: string): string {
  if (!NAME.test(sha256)) throw new RangeError('not a sha256')
  return sha256
}

function nameOf(path: string): string {
  return path.slice(-64)
}

function mismatch(what: string): Stored {
  return { ok: false, reason: 'hash_mismatch', detail: nameOf(what) }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
