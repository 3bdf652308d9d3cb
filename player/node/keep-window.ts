/*
 * Keeps a window on the glass: opens it again when it goes away, and when the
 * page in it falls silent. One watchdog for both shells.
 *
 * open → (gone | silent) → waiting → open → …
 */
import { backoffMs, type BackoffPolicy } from '../../shared/kernel/backoff.js'
import type { Clock } from '../../shared/kernel/clock.js'
import type { Log } from '../../shared/kernel/log.js'
import type { Randomness, Timers } from '../core/ports.js'

/** The first try is quick: somebody is standing in front of it. */
export const WINDOW_BACKOFF: BackoffPolicy = {
  firstMs: 100,
  maxMs: 30_000,
  factor: 2,
  jitter: 0,
}
const LOOK_EVERY_MS = 250
/** A browser on a weak box may need this long to its first heartbeat. */
export const FIRST_BEAT_MS = 30_000
/** A window that lasted this long was a good one. */
const GOOD_AFTER_MS = 60_000

export type Window = {
  /** Resolves when it is gone, whoever closed it. */
  gone: Promise<string>
  /**
   * Closes it, by force if need be (`atOnce`: it does not answer anyway), and
   * resolves when it is gone.
   */
  close(how?: 'atOnce'): Promise<void>
}

type Deps = {
  open(): Promise<Window>
  /** Whether the page has been heard of lately. */
  isAlive(): boolean
  clock: Clock
  timers: Timers
  random: Randomness
  log: Log
  /**
   * Whether now is a good moment to open a window anew that has been open for
   * this long (ms): what a browser never gives back, it gives back then.
   */
  mayRenew?(openForMs: number): boolean
}

/** Opens the window and keeps it open; the answer closes it for good. */
export function keepWindow(deps: Deps): () => Promise<void> {
  let stopped = false
  let window: Window | null = null
  let openedAt = 0
  let wasAlive = false
  let failures = 0
  let cancelOpen: () => void = () => {}
  let cancelLook: () => void = () => {}

  const openAgain = (why: string) => {
    window = null
    cancelLook()
    if (stopped) return
    if (deps.clock.now() - openedAt > GOOD_AFTER_MS) failures = 0
    const waitMs = backoffMs(WINDOW_BACKOFF, failures, deps.random.unit())
    failures += 1
    deps.log.warn({ why, waitMs }, 'window gone')
    cancelOpen = deps.timers.after(waitMs, () => void open())
  }

  const open = async () => {
    try {
      openedAt = deps.clock.now()
      wasAlive = false
      const opened = await deps.open()
      window = opened
      if (stopped) return void opened.close()
      look()
      const why = await opened.gone
      if (window === opened) openAgain(why)
    } catch (error) {
      deps.log.error({ err: error }, 'window could not be opened')
      openAgain('not opened')
    }
  }

  const look = () => {
    cancelLook = deps.timers.after(LOOK_EVERY_MS, () => {
      const alive = deps.isAlive()
      wasAlive ||= alive
      const since = deps.clock.now() - openedAt
      const silent = !alive && (wasAlive || since > FIRST_BEAT_MS)
      if (silent && window) {
        deps.log.warn({ since }, 'page silent')
        void window.close('atOnce')
        return
      }
      if (window && deps.mayRenew?.(since)) {
        deps.log.info({ since }, 'window renewed')
        void window.close()
        return
      }
      look()
    })
  }
  void open()

  return async () => {
    stopped = true
    cancelOpen()
    cancelLook()
    await window?.close()
  }
}
