import type { Clock } from '../../../shared/kernel/clock.js'

/** Lets so many pass at once and so many a second after. */
export function createPace(
  clock: Clock,
  limit: { burst: number; perSecond: number },
): { take(): boolean } {
  let left = limit.burst
  let at = clock.now()
  return {
    take() {
      const now = clock.now()
      const earned = (Math.max(0, now - at) / 1000) * limit.perSecond
      left = Math.min(limit.burst, left + earned)
      at = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
