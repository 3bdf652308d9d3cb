/** Many words about one thing become a few. */
export type Throttle = {
  /** Says it now, and at most once more when `windowMs` is over. */
  say(key: string, word: () => void): void
  /** Forgets what still waits. */
  stop(): void
}

/** One word per key and window at the start, and one at its end if needed. */
export function createThrottle(windowMs: number): Throttle {
  const open = new Map<string, { again: (() => void) | null }>()
  const timers = new Set<NodeJS.Timeout>()
  const close = (key: string) => {
    const window = open.get(key)
    open.delete(key)
    if (!window?.again) return
    window.again()
    begin(key)
  }
  const begin = (key: string) => {
    open.set(key, { again: null })
    const timer = setTimeout(() => {
      timers.delete(timer)
      close(key)
    }, windowMs)
    timer.unref()
    timers.add(timer)
  }
  return {
    say(key, word) {
      const window = open.get(key)
      if (window) {
        window.again = word
        return
      }
      word()
      begin(key)
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      open.clear()
    },
  }
}
