/**
 * Files of a notice that just arrived, held in memory until the disk has them:
 * the glass need not wait for a flush, and a full disk hides no warning.
 */
export type HotFiles = {
  get(sha256: string): Uint8Array | null
  put(sha256: string, bytes: Uint8Array): void
  drop(sha256: string): void
  /** Keeps only the named ones. */
  keepOnly(names: ReadonlySet<string>): void
}

/** An empty set of hot files; the caller has checked every hash. */
export function createHotFiles(): HotFiles {
  const held = new Map<string, Uint8Array>()
  return {
    get: (sha256) => held.get(sha256) ?? null,
    put: (sha256, bytes) => void held.set(sha256, bytes),
    drop: (sha256) => void held.delete(sha256),
    keepOnly(names) {
      for (const name of held.keys()) if (!names.has(name)) held.delete(name)
    },
  }
}
