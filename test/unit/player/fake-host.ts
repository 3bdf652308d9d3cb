/* Time and chance in the hands of a test. */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Randomness, Timers } from '../../../player/core/ports.js'

export type FakeTime = Clock &
  Timers & {
    /** Runs everything that is due within the next `ms`, in order. */
    advance(ms: number): Promise<void>
    /** Waits that are set, in ms from now. */
    waits(): number[]
    set(instant: number): void
  }

const settle = async () => {
  for (let i = 0; i < 40; i += 1) await Promise.resolve()
  await new Promise((resolve) => setImmediate(resolve))
}

export function fakeTime(start = 1_000_000): FakeTime {
  let now = start
  const due = new Set<{ at: number; run: () => void }>()
  return {
    now: () => now,
    set(instant) {
      now = instant
    },
    after(ms, run) {
      const one = { at: now + ms, run }
      due.add(one)
      return () => due.delete(one)
    },
    waits: () => [...due].map(({ at }) => at - now).sort((a, b) => a - b),
    async advance(ms) {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = [...due].sort((a, b) => a.at - b.at)
        if (!next || next.at > end) break
        due.delete(next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = end
    },
  }
}

export const middle: Randomness = { unit: () => 0.5, id: () => 'id-of-test' }
