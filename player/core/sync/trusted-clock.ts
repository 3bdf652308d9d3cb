/*
 * The screen's own idea of the time. The box may wake up in 1970 or be hours
 * off; windows and expiries are kept by this clock, not by the machine's.
 */
import type { Clock } from '../../../shared/kernel/clock.js'

/** A sealed instant may be this far ahead of the CMS node that answers. */
const NODE_SKEW_MS = 5 * 60_000

export type ClockState = {
  offsetMs: number
  lastKnown: number
  fromCms: boolean
}

export type TrustedClock = Clock & {
  offsetMs(): number
  /** What must survive a restart. */
  state(): ClockState
  /**
   * Takes the CMS's answer, corrected by half the round trip. False, and
   * nothing changes, when it lies before something that is already sealed.
   */
  learn(serverNow: number, sentAt: number, heardAt: number): boolean
  /** A verified seal was made at this instant: it is not earlier than that. */
  atLeast(instant: number): void
}

/**
 * Machine time plus an offset. It never shows an instant before the last one
 * it knew to be true: a machine clock that fell back is carried on from there.
 * Only the CMS, heard again, may set it back (and never before a sealed
 * instant that the screen holds).
 */
export function createTrustedClock(
  machine: Clock,
  saved: ClockState,
): TrustedClock {
  let { offsetMs, fromCms } = saved
  let lastKnown = saved.lastKnown
  let sealedFloor = 0

  const raise = (instant: number) => {
    if (machine.now() + offsetMs < instant) offsetMs = instant - machine.now()
    lastKnown = Math.max(lastKnown, instant)
  }
  if (lastKnown > 0) raise(lastKnown)

  const now = () => {
    const instant = machine.now() + offsetMs
    if (instant < lastKnown) {
      offsetMs = lastKnown - machine.now()
      return lastKnown
    }
    lastKnown = instant
    return instant
  }

  return {
    now,
    offsetMs: () => {
      now()
      return offsetMs
    },
    state: () => ({ offsetMs, lastKnown: now(), fromCms }),
    learn(serverNow, sentAt, heardAt) {
      const instant = serverNow + (heardAt - sentAt) / 2
      if (instant < sealedFloor - NODE_SKEW_MS) return false
      offsetMs = Math.round(instant - heardAt)
      lastKnown = machine.now() + offsetMs
      fromCms = true
      return true
    },
    atLeast(instant) {
      sealedFloor = Math.max(sealedFloor, instant)
      raise(instant)
    },
  }
}
