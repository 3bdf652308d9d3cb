/** Sees that a designer changed a template, and loads all of them anew. */
import { watch } from 'chokidar'
import type { Log } from '../../../shared/kernel/log.js'

type Options = {
  folders: readonly string[]
  /** Loads and takes over; rejects when a template is invalid. */
  reload(): Promise<void>
  log: Log
  /** Files are left alone for this long before they count as written. */
  settleMs?: number
}

const SETTLE_MS = 300

/**
 * Watches until `stop`. An invalid template changes nothing: the
 * last good ones stay, and the log says which file and field is wrong.
 */
export function watchTemplates(options: Options): {
  /** Resolves when every folder is being watched. */
  ready: Promise<void>
  stop(): Promise<void>
} {
  const { log } = options
  const settleMs = options.settleMs ?? SETTLE_MS
  const watcher = watch([...options.folders], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      stats?.isFile() === true && !/\.(hbs|css|json|svg|woff2)$/.test(path),
  })
  let timer: NodeJS.Timeout | null = null
  let work = Promise.resolve()
  const reload = async () => {
    try {
      await options.reload()
    } catch (error) {
      const details = (error as { details?: unknown }).details
      log.error({ err: error, details }, 'templates kept as they were')
    }
  }
  watcher.on('all', () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      work = work.then(reload)
    }, settleMs)
  })
  watcher.on('error', (error) =>
    log.error({ err: error }, 'templates not watched'),
  )
  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    async stop() {
      if (timer) clearTimeout(timer)
      await watcher.close()
      await work
    },
  }
}
