/*
 * Keeps one live link to the CMS: connecting → up → down → waiting → …
 * A lost event costs seconds, never correctness: whoever comes back up pulls.
 */
import {
  backoffMs,
  type BackoffPolicy,
} from '../../../shared/kernel/backoff.js'
import type { Log } from '../../../shared/kernel/log.js'
import { goodbyeSchema } from '../../../shared/contract/screen-link.js'
import type {
  Link,
  LinkListener,
  Randomness,
  Timers,
  Transport,
} from '../ports.js'

/** Wide jitter: a province of screens comes back after one power cut. */
export const LINK_BACKOFF: BackoffPolicy = {
  firstMs: 1500,
  maxMs: 60_000,
  factor: 2,
  jitter: 0.6,
}
/** Somebody else speaks with our key, or ours was revoked: no tug of war. */
export const UNWANTED_WAIT_MS = 5 * 60_000
/** A link that dies sooner counts as one more failure. */
const STABLE_MS = 10_000

export type Unwanted = 'replaced' | 'revoked'

export type KeptLink = {
  /** The open link, or null. */
  link(): Link | null
  unwanted(): Unwanted | null
  stop(): void
}

type Deps = {
  transport: Pick<Transport, 'openLink'>
  timers: Timers
  random: Randomness
  log: Log
  now(): number
  /** A fresh one for every connection. */
  assertion(): Promise<string>
  askTime(): Promise<boolean>
  onUp(): void
  onDown(): void
  heard(event: 'release' | 'notice' | 'recall', payload: unknown): void
}

/** Starts connecting, for good, until `stop`. */
export function keepLink(deps: Deps): KeptLink {
  let link: Link | null = null
  let up: Link | null = null
  let upSince = 0
  let failures = 0
  let unwanted: Unwanted | null = null
  let stopped = false
  let cancel: () => void = () => {}

  const waitAndTry = () => {
    if (stopped) return
    const random = deps.random.unit()
    const waitMs = unwanted
      ? UNWANTED_WAIT_MS * (1 + random)
      : backoffMs(LINK_BACKOFF, failures, random)
    failures += 1
    cancel = deps.timers.after(waitMs, () => void tryOnce())
  }

  const isDown = async (why: { code?: string; detail: string }) => {
    if (up && deps.now() - upSince > STABLE_MS) failures = 0
    const wasUp = up !== null
    up = null
    link = null
    if (stopped) return
    deps.log.info({ ...why, unwanted }, 'link down')
    if (wasUp) deps.onDown()
    if (why.code === 'screen.revoked') unwanted = 'revoked'
    if (why.code === 'auth.assertion_clock') await deps.askTime()
    waitAndTry()
  }

  const listener = (own: () => Link | null): LinkListener => ({
    up() {
      up = own()
      upSince = deps.now()
      unwanted = null
      deps.log.info({}, 'link up')
      deps.onUp()
    },
    down: (why) => void isDown(why),
    heard(event, payload) {
      if (event !== 'goodbye') return deps.heard(event, payload)
      const goodbye = goodbyeSchema.safeParse(payload)
      if (!goodbye.success) return
      const { reason } = goodbye.data
      deps.log.warn({ reason }, 'cms said goodbye')
      if (reason !== 'shutdown') unwanted = reason
      own()?.close()
    },
  })

  const tryOnce = async () => {
    try {
      const assertion = await deps.assertion()
      if (stopped) return
      link = deps.transport.openLink(
        assertion,
        listener(() => link),
      )
    } catch (error) {
      deps.log.error({ err: error }, 'link could not be opened')
      waitAndTry()
    }
  }
  void tryOnce()

  return {
    link: () => up,
    unwanted: () => unwanted,
    stop() {
      stopped = true
      cancel()
      link?.close()
    },
  }
}
