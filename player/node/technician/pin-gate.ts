/*
 * Lets a technician in by PIN. Wrong guesses make the next one wait, longer
 * each time up to a minute, and never for good: nobody can lock a technician
 * out by hitting keys. One session at a time; it ends by itself.
 */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../shared/kernel/clock.js'
import { isPinOf } from '../../../shared/seal/pin-hash.js'
import type { TechnicianOpened } from '../../../shared/contract/technician.js'

/** Slips of the finger that cost nothing. */
const FREE_GUESSES = 3
export const LONGEST_WAIT_MS = 60_000
/** Somebody who walked away must not leave the door open. */
export const IDLE_MS = 10 * 60_000

type Deps = {
  /** Runs on whatever anybody does to the machine's clock. */
  steadyClock: Clock
  /** Hash of the PIN in force; null: none yet, and nobody is let in. */
  pinHash(): Promise<string | null>
}

export type PinGate = {
  open(pin: string): Promise<TechnicianOpened>
  /** Whether this session is open; asking keeps it so. */
  isOpen(session: string): boolean
  close(): void
}

/** A closed gate. */
export function createPinGate(deps: Deps): PinGate {
  const { now } = deps.steadyClock
  let failures = 0
  let noGuessBefore = Number.NEGATIVE_INFINITY
  let isChecking = false
  let session: { name: string; until: number } | null = null

  const refuse = (reason: 'wrong_pin' | 'wait'): TechnicianOpened => ({
    ok: false,
    reason,
    waitSeconds: Math.max(0, Math.ceil((noGuessBefore - now()) / 1000)),
  })
  return {
    async open(pin) {
      // Two guesses at once would be one guess too many.
      if (isChecking || now() < noGuessBefore) return refuse('wait')
      isChecking = true
      try {
        const hash = await deps.pinHash()
        if (hash !== null && (await isPinOf(pin, hash))) {
          failures = 0
          const name = randomBytes(24).toString('base64url')
          session = { name, until: now() + IDLE_MS }
          return { ok: true, session: name }
        }
        failures += 1
        noGuessBefore = now() + waitAfter(failures)
        return refuse('wrong_pin')
      } finally {
        isChecking = false
      }
    },
    isOpen(name) {
      if (session?.name !== name || now() > session.until) return false
      session.until = now() + IDLE_MS
      return true
    },
    close() {
      session = null
    },
  }
}

function waitAfter(failures: number): number {
  const extra = failures - FREE_GUESSES
  if (extra < 0) return 0
  return Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(extra + 1, 10))
}
