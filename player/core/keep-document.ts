import type { DocumentStore, Stored } from './ports.js'

/** A document held in memory, written whole, one write at a time. */
export type Keeper<T> = {
  get(): T
  /**
   * Changes it in memory at once; resolves when that is durable. Changes made
   * while a write is under way share the next one. A failed write keeps the
   * change in memory, and the next change tries again.
   */
  change(next: (now: T) => T): Promise<Stored>
  /** Changes it in memory only; it is written with the next change. */
  note(next: (now: T) => T): void
  /** Resolves when nothing is left to write. */
  settled(): Promise<void>
}

/** Loads the document, or starts from `fallback`. */
export async function keepDocument<T>(
  store: DocumentStore<T>,
  fallback: T,
): Promise<Keeper<T>> {
  return keepValue(store, (await store.load()) ?? fallback)
}

/** Keeps a document whose first value is known already. */
export function keepValue<T>(store: DocumentStore<T>, first: T): Keeper<T> {
  let value = first
  let running: Promise<Stored> | null = null
  let queued: Promise<Stored> | null = null

  const write = (): Promise<Stored> => {
    running = store.save(value).finally(() => {
      running = null
    })
    return running
  }
  const request = (): Promise<Stored> => {
    if (!running && !queued) return write()
    queued ??= (running ?? Promise.resolve()).then(() => {
      queued = null
      return write()
    })
    return queued
  }

  return {
    get: () => value,
    change(next) {
      value = next(value)
      return request()
    },
    note(next) {
      value = next(value)
    },
    async settled() {
      while (queued ?? running) await (queued ?? running)
    },
  }
}
