/*
 * Notices a stick in the box: a bundle that appears under a mount folder is
 * handed on, one at a time, and what the screen has to say is written beside
 * it. Every handle is closed and every byte flushed before the glass says that
 * the stick may be pulled out.
 */
import { dirname, join } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import {
  BUNDLE_EXTENSION,
  HOMECOMING_EXTENSION,
  type BundleNote,
} from '../../shared/contract/bundle.js'
import type { Log } from '../../shared/kernel/log.js'
import type { BundleSource } from '../core/bundle/import-bundle.js'
import { openBundle } from './bundle-file.js'
import { writeDurably } from './durable-write.js'

/** Where Debian and the installer mount what is plugged in. */
export const MOUNT_FOLDERS = ['/media', '/run/media', '/mnt/usb']
/** /media/<user>/<label>/<folder>/<file> */
const DEPTH = 4
const SETTLE_MS = 500

type Deps = {
  folders: readonly string[]
  screenId(): string | null
  importBundle(source: BundleSource): Promise<BundleNote>
  /** For the way home; null: nothing to tell. */
  homecoming(): Promise<string | null>
  tell(note: BundleNote): void
  log: Log
}

export type StickWatch = {
  /** Folders of sticks that were seen and are still there. */
  seen(): string[]
  stop(): Promise<void>
}

/** Starts watching; folders that do not exist yet are waited for. */
export function watchSticks(deps: Deps): StickWatch {
  const seen = new Set<string>()
  let queue: Promise<void> = Promise.resolve()
  const watcher: FSWatcher = watch([...deps.folders], {
    depth: DEPTH,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (path, stats) =>
      stats?.isFile() === true && !path.endsWith(BUNDLE_EXTENSION),
    awaitWriteFinish: { stabilityThreshold: SETTLE_MS, pollInterval: 100 },
  })
  watcher.on('add', (path) => {
    seen.add(dirname(path))
    queue = queue.then(() => take(deps, path))
  })
  watcher.on('unlink', (path) => seen.delete(dirname(path)))
  watcher.on('error', (err) => deps.log.warn({ err }, 'sticks not watched'))
  return {
    seen: () => [...seen],
    async stop() {
      await watcher.close()
      await queue
    },
  }
}

async function take(deps: Deps, path: string): Promise<void> {
  deps.log.info({ path }, 'bundle found')
  deps.tell('reading')
  let note: BundleNote = 'unreadable'
  try {
    const source = await openBundle(path)
    try {
      note = await deps.importBundle(source)
    } finally {
      await source.close()
    }
    await sayHome(deps, dirname(path))
  } catch (err) {
    deps.log.warn({ err, path }, 'bundle not read')
  }
  if (note !== 'taken' && note !== 'same')
    deps.log.warn({ path, note }, 'bundle refused')
  deps.tell(note)
}

/** A stick that may not be written to brings nothing home; that is no fault. */
async function sayHome(deps: Deps, folder: string): Promise<void> {
  const words = await deps.homecoming()
  const id = deps.screenId()
  if (words === null || id === null) return
  const path = join(folder, `${id}${HOMECOMING_EXTENSION}`)
  await writeDurably(path, words).catch((err: unknown) => {
    deps.log.warn({ err, path }, 'nothing written for the way home')
  })
}
