/**
 * Whether an act has left its line: the door asks, in tests and development,
 * after every call that changes something.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const counted = new AsyncLocalStorage<{ lines: number }>()

/** Runs work and answers how many lines were written on its behalf. */
export function countLines<T>(
  work: () => Promise<T>,
): Promise<{ done: T; lines: number }> {
  const count = { lines: 0 }
  return counted.run(count, async () => {
    const done = await work()
    return { done, lines: count.lines }
  })
}

/** Called wherever a line is written. */
export function noteLine(): void {
  const count = counted.getStore()
  if (count !== undefined) count.lines += 1
}
