import type { Clock } from '../../../shared/kernel/clock.js'
import type { Answer, FileStream, Timers } from '../ports.js'

type Deps = { timers: Timers; steadyClock: Clock }

/**
 * Slows downloads to what the line may give, all of them together: an office
 * works on it too. `bytesPerSecond` is asked before every chunk; null lets it
 * pass.
 */
export function createPace(
  deps: Deps,
  bytesPerSecond: () => number | null,
): (answer: Answer<FileStream>) => Answer<FileStream> {
  /** When what was let through so far has been paid for. */
  let paidAt = deps.steadyClock.now()
  const pay = async (bytes: number) => {
    const most = bytesPerSecond()
    const now = deps.steadyClock.now()
    if (most === null) return
    paidAt = Math.max(paidAt, now) + (bytes / most) * 1000
    const waitMs = paidAt - now
    if (waitMs > 5)
      await new Promise<void>((resolve) => deps.timers.after(waitMs, resolve))
  }
  return (answer) => {
    if (!answer.ok) return answer
    const { fromByte, chunks } = answer.value
    return { ok: true, value: { fromByte, chunks: slowly(chunks, pay) } }
  }
}

async function* slowly(
  chunks: AsyncIterable<Uint8Array>,
  pay: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    await pay(chunk.length)
    yield chunk
  }
}
