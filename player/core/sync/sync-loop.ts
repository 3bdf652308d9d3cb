/*
 * When to ask for the manifest: at every nudge and every time the link comes
 * up, else by itself; rarely while the link is up, each minute while it is
 * down, and slower and slower while nothing answers.
 */
import {
  backoffMs,
  type BackoffPolicy,
} from '../../../shared/kernel/backoff.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { ScreenStatus } from '../../../shared/contract/screen-link.js'
import type { Randomness, Refused, Timers } from '../ports.js'
import type { Adopted } from './adopt-manifest.js'
import type { Pulled, TrustedManifest } from './pull-manifest.js'

export const POLL_DOWN_MS = 60_000
export const FIRST_POLL_DOWN_MS = 20_000
export const POLL_UP_MS = 10 * 60_000
const POLL_JITTER = 0.2
export const SYNC_BACKOFF: BackoffPolicy = {
  firstMs: 2000,
  maxMs: 60_000,
  factor: 2,
  jitter: 0.3,
}

/** A run that is younger is let finish: nudges in a row starve nobody. */
const RUN_AT_LEAST_MS = 2000
/** After one was broken off, the next gets this long. */
const RUN_AFTER_ABORT_MS = 30_000

export type SyncStatus = ScreenStatus['sync']

export type SyncLoop = {
  pullIn(ms: number): void
  linkChanged(up: boolean): void
  progress(left: { files: number; bytes: number }): void
  status(): SyncStatus
  stop(): void
}

type Deps = {
  timers: Timers
  steadyClock: Clock
  random: Randomness
  log: Log
  pull(): Promise<Pulled>
  adopt(trusted: TrustedManifest, signal: AbortSignal): Promise<Adopted>
  refuse(pulled: Extract<Pulled, { kind: 'refused' }>): void
  askTime(): Promise<boolean>
  onStatus(): void
}

type Ended = { ok: true } | { ok: false; detail: string }

/** Starts with a pull at once. */
export function createSyncLoop(deps: Deps): SyncLoop {
  let state: SyncStatus = { state: 'idle', filesMissing: 0, bytesMissing: 0 }
  let linkUp = false
  let failures = 0
  let stopped = false
  let running: AbortController | null = null
  let again = false
  let mayAbort = false
  let wasAborted = false
  let cancelPoll: () => void = () => {}
  let cancelNudge: () => void = () => {}
  let nudgeAt: number | null = null

  const tell = (next: Partial<SyncStatus>) => {
    const { lastError, ...rest } = { ...state, ...next }
    state = lastError ? { ...rest, lastError: lastError.slice(0, 200) } : rest
    deps.onStatus()
  }

  /** By itself, when nobody asks before. */
  const pollIn = (ms: number) => {
    if (stopped) return
    cancelPoll()
    cancelPoll = deps.timers.after(ms, () => void run())
  }

  /** Because somebody asked: no poll and no later wish puts it off. */
  const pullIn = (ms: number) => {
    const at = deps.steadyClock.now() + ms
    if (stopped || (nudgeAt !== null && nudgeAt <= at)) return
    cancelNudge()
    nudgeAt = at
    cancelNudge = deps.timers.after(ms, () => {
      nudgeAt = null
      void run()
    })
  }

  const nextWait = (ended: Ended): number => {
    const random = deps.random.unit()
    if (!ended.ok) {
      failures += 1
      return backoffMs(SYNC_BACKOFF, failures - 1, random)
    }
    failures = 0
    const every = linkUp ? POLL_UP_MS : POLL_DOWN_MS
    return every * (1 + POLL_JITTER * (2 * random - 1))
  }

  const once = async (signal: AbortSignal): Promise<Ended> => {
    const pulled = await deps.pull()
    if (pulled.kind === 'same') return { ok: true }
    if (pulled.kind === 'unanswered') return unanswered(deps, pulled.answer)
    if (pulled.kind === 'refused') {
      deps.refuse(pulled)
      return { ok: false, detail: `${pulled.what} ${pulled.reason}` }
    }
    const adopted = await deps.adopt(pulled.trusted, signal)
    if (adopted.ok) return adopted
    return { ok: false, detail: `${adopted.reason}: ${adopted.detail}` }
  }

  const abort = () => {
    wasAborted = true
    running?.abort()
  }

  const run = async () => {
    if (running) {
      // A newer manifest is announced: what is fetched stays, the plan goes.
      again = true
      if (mayAbort) abort()
      return
    }
    cancelPoll()
    running = new AbortController()
    const { signal } = running
    mayAbort = false
    const leastMs = wasAborted ? RUN_AFTER_ABORT_MS : RUN_AT_LEAST_MS
    wasAborted = false
    const cancelLeast = deps.timers.after(leastMs, () => {
      mayAbort = true
      if (again) abort()
    })
    tell({ state: 'syncing' })
    const ended = await once(signal).catch((error: unknown): Ended => {
      deps.log.error({ err: error }, 'sync failed')
      return { ok: false, detail: String(error) }
    })
    running = null
    cancelLeast()
    if (stopped) return
    if (again) {
      again = false
      return pullIn(0)
    }
    if (ended.ok)
      tell({ state: 'idle', filesMissing: 0, bytesMissing: 0, lastError: '' })
    else tell({ state: 'failing', lastError: ended.detail })
    pollIn(nextWait(ended))
  }

  pullIn(0)
  return {
    pullIn,
    linkChanged(up) {
      linkUp = up
      if (up) pullIn(0)
      else pollIn(FIRST_POLL_DOWN_MS * (0.5 + deps.random.unit()))
    },
    progress: (left) =>
      tell({ filesMissing: left.files, bytesMissing: left.bytes }),
    status: () => state,
    stop() {
      stopped = true
      cancelPoll()
      cancelNudge()
      running?.abort()
    },
  }
}

async function unanswered(
  deps: Pick<Deps, 'askTime' | 'log'>,
  answer: Refused,
): Promise<Ended> {
  if (answer.code === 'auth.assertion_clock') await deps.askTime()
  deps.log.info({ why: answer.code ?? answer.reason }, 'manifest not pulled')
  const { code, detail } = answer
  return { ok: false, detail: code ?? `${answer.reason}: ${detail}` }
}
