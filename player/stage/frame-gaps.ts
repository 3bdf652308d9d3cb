/** Runs once per animation frame and remembers the longest wait between two. */
export function watchFrames(onFrame: () => void): {
  /** The longest gap in ms since it was last taken. */
  takeLongestGapMs(): number
  stop(): void
} {
  let last = 0
  let longest = 0
  let handle = 0
  const step = (at: number) => {
    if (last > 0) longest = Math.max(longest, at - last)
    last = at
    handle = requestAnimationFrame(step)
    onFrame()
  }
  // A hidden page gets no frames: that is no stutter.
  const forget = () => (last = 0)
  document.addEventListener('visibilitychange', forget)
  handle = requestAnimationFrame(step)
  return {
    takeLongestGapMs() {
      const taken = longest
      longest = 0
      return taken
    },
    stop() {
      cancelAnimationFrame(handle)
      document.removeEventListener('visibilitychange', forget)
    },
  }
}
