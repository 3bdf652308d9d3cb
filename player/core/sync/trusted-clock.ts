/*
 * The screen's own idea of the time. The box may wake up in 1970 or be hours
 * off, and somebody may set its clock while it runs; windows and expiries are
 * kept by this clock, not by the machine's.
 *
 * It believes, in this order: the CMS, the system's own time synchronisation,
 * the machine's clock where that is believable, and the last instant it knew.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { ClockSource } from '../../../shared/contract/screen-link.js'

/** A sealed instant may be this far ahead of the CMS node that answers. */
const NODE_SKEW_MS = 5 * 60_000
/** This program is younger than that: a clock before it has lost its battery. */
const EARLIEST = Date.parse('2026-01-01T00:00:00Z')
/** Nobody switches a box off for longer and expects it to know the time. */
const LONGEST_OFF_MS = 400 * 24 * 3_600_000
/** A machine clock that moved by more than this against the steady one was set. */
const JUMP_MS = 2000

export type ClockState = {
  offsetMs: number
  lastKnown: number
  fromCms: boolean
}

export type TrustedClock = Clock & {
  /** Trusted time less the machine's own. */
  offsetMs(): number
  /**
   * `cms`, `ntp`: told by somebody who knows. `machine`: the box's own clock,
   * which nothing contradicts. `last_known`: the box's clock is known to be
   * wrong; time only runs on from the last instant that was right.
   */
  source(): ClockSource
  /** Known to be wrong: no window may be kept by it. */
  isWrong(): boolean
  /** Told by somebody who knows, since this boot. */
  isSure(): boolean
  /** What must survive a restart. */
  state(): ClockState
  /**
   * Takes the CMS's answer, corrected by half the round trip; `sentAt` and
   * `heardAt` are on the steady clock. False, and nothing changes, when it
   * lies before something that is already sealed.
   */
  learn(serverNow: number, sentAt: number, heardAt: number): boolean
  /** A verified seal was made at this instant: it is not earlier than that. */
  atLeast(instant: number): void
  /**
   * Looks at the machine's clock and at the system's synchronisation; true
   * when the offset the stage works with has changed.
   */
  look(isSynced: boolean): boolean
}

/**
 * Runs on a steady clock that nobody can set, from an instant it believes. It
 * never shows an instant before the last one it showed; only the CMS may set
 * it back, and never before a sealed instant that the screen holds.
 */
export function createTrustedClock(
  machine: Clock,
  saved: ClockState,
  steady: Clock = machine,
): TrustedClock {
  let fromCms = saved.fromCms
  let sealedFloor = 0
  let lastShown = saved.lastKnown
  let source: ClockSource = 'machine'
  let base = { instant: 0, steady: steady.now() }
  let toldOffset = 0

  const start = (instant: number, from: ClockSource) => {
    base = { instant, steady: steady.now() }
    source = from
  }
  const now = () => {
    const elapsed = Math.max(0, steady.now() - base.steady)
    lastShown = Math.max(lastShown, base.instant + elapsed)
    return lastShown
  }
  /** Time goes on from here although the machine says something else. */
  const carryOn = (instant: number) => {
    lastShown = Math.max(lastShown, instant)
    start(lastShown, 'last_known')
  }

  const own = machine.now() + saved.offsetMs
  const latest = saved.lastKnown > 0 ? saved.lastKnown + LONGEST_OFF_MS : own
  if (own >= Math.max(saved.lastKnown, EARLIEST) && own <= latest)
    start(own, 'machine')
  else if (saved.lastKnown > 0) carryOn(saved.lastKnown)
  else start(own, 'last_known')
  const offsetMs = () => Math.round(now() - machine.now())
  toldOffset = offsetMs()

  return {
    now,
    offsetMs,
    source: () => source,
    isWrong: () => source === 'last_known',
    isSure: () => source === 'cms' || source === 'ntp',
    state: () => ({ offsetMs: offsetMs(), lastKnown: now(), fromCms }),
    learn(serverNow, sentAt, heardAt) {
      const instant = serverNow + (heardAt - sentAt) / 2
      if (instant < sealedFloor - NODE_SKEW_MS) return false
      const since = Math.max(0, steady.now() - heardAt)
      lastShown = Math.round(instant + since)
      start(lastShown, 'cms')
      fromCms = true
      toldOffset = offsetMs()
      return true
    },
    atLeast(instant) {
      sealedFloor = Math.max(sealedFloor, instant)
      if (now() + NODE_SKEW_MS < instant) return carryOn(instant)
      if (now() < instant) start(instant, source)
    },
    look(isSynced) {
      if (isSynced && source !== 'cms') {
        const instant = machine.now()
        const lowest = Math.max(sealedFloor - NODE_SKEW_MS, EARLIEST)
        if (source !== 'ntp' || Math.abs(instant - now()) > JUMP_MS)
          if (instant >= lowest) {
            lastShown = instant
            start(instant, 'ntp')
          }
      }
      const moved = Math.abs(offsetMs() - toldOffset) > JUMP_MS
      if (moved) toldOffset = offsetMs()
      return moved
    },
  }
}
