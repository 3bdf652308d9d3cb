/**
 * Watches the folder where a scanner or a share drops files. A file is taken
 * once it has stopped growing, one at a time, by the one node that holds the
 * lease; what was not taken for lack of it is looked at again later.
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { watch } from 'chokidar'
import type { Log } from '../../../shared/kernel/log.js'

type Options = {
  folder: string
  /** Takes one file; rejects when it must be tried again. */
  take(path: string): Promise<unknown>
  /** Whether this node may take files now. */
  hold(): Promise<boolean>
  log: Log
  /** A file that has not grown for so long is whole. */
  settleMs?: number
  /** Shares tell nobody of a new file: the folder is also read this often. */
  againMs?: number
}

const SETTLE_MS = 2_000
const AGAIN_MS = 20_000

/** Half-written and hidden files, by the names that programs give them. */
const UNFINISHED = /^[.~]|\.(?:part|partial|tmp|crdownload|filepart)$/iu

/** Watches until `stop`, which lets the file at hand be finished. */
export function watchInbox(options: Options): { stop(): Promise<void> } {
  const { folder, log } = options
  const settleMs = options.settleMs ?? SETTLE_MS
  const waiting = new Set<string>()
  const seen = new Map<string, string>()
  let stopped = false
  let work: Promise<void> = Promise.resolve()

  const takeOne = async (path: string) => {
    try {
      if (stopped || !(await options.hold())) return
      if (await stat(path).catch(() => null)) await options.take(path)
      seen.delete(path)
    } catch (error) {
      log.error({ err: error, path }, 'file left in the inbox')
    } finally {
      waiting.delete(path)
    }
  }
  const add = (path: string) => {
    if (waiting.has(path)) return
    waiting.add(path)
    work = work.then(() => takeOne(path))
  }
  const readAgain = async () => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || UNFINISHED.test(entry.name)) continue
      const path = join(folder, entry.name)
      const now = await stat(path).catch(() => null)
      if (!now) continue
      const looks = `${now.size} ${now.mtimeMs}`
      // Unchanged since the last reading: whole.
      if (seen.get(path) === looks) add(path)
      else seen.set(path, looks)
    }
  }
  const watcher = watch(folder, {
    depth: 0,
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: 100 },
    ignored: (path, stats) =>
      stats?.isFile() === true && UNFINISHED.test(path.split(/[/\\]/).at(-1)!),
  })
  watcher.on('add', add)
  watcher.on('error', (error) => log.error({ err: error }, 'inbox not watched'))
  const timer = setInterval(() => {
    readAgain().catch((error: unknown) =>
      log.error({ err: error }, 'inbox not read'),
    )
  }, options.againMs ?? AGAIN_MS)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await watcher.close()
      await work
    },
  }
}
