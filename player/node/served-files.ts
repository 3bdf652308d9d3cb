import { readFile, stat } from 'node:fs/promises'
import type { Manifest } from '../../shared/contract/manifest.js'
import type { ContentStore } from '../core/ports.js'
import type { ServedFile } from './loopback.js'

type Deps = {
  store: ContentStore
  pathOf(sha256: string): string
  hotFile(sha256: string): Uint8Array | null
  playing(): Manifest | null
  /** A file that should be there is not, or is damaged. */
  onLost(sha256: string): void
}

/** Hashing so much takes less time than reading it from a worn card. */
const ALWAYS_HASHED_BYTES = 4 * 1024 * 1024

/**
 * Files for the stage, from memory or from the cache. Every use is hashed: a
 * disk that rots while the screen is on shows nothing false. Only large files
 * are believed again while nothing about them has changed; the scrub reads
 * those at night.
 */
export function servedFiles(deps: Deps) {
  const trusted = new Map<string, string>()
  const read = async (sha256: string): Promise<Uint8Array | null> => {
    const path = deps.pathOf(sha256)
    const mark = await markOf(path)
    if (mark !== null && trusted.get(sha256) === mark) {
      const bytes = await readFile(path).catch(() => null)
      if (bytes) return bytes
    }
    const bytes = await deps.store.read(sha256)
    if (!bytes) {
      trusted.delete(sha256)
      deps.onLost(sha256)
    } else if (mark !== null && bytes.length > ALWAYS_HASHED_BYTES)
      trusted.set(sha256, mark)
    return bytes
  }
  return async (sha256: string): Promise<ServedFile | null> => {
    const bytes = deps.hotFile(sha256) ?? (await read(sha256))
    if (!bytes) return null
    return { bytes, mediaType: mediaTypeOf(deps.playing(), sha256) }
  }
}

/** Changes whenever somebody writes the file; null: not there. */
async function markOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found && `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`
}

/** As the manifest says; a notice's slide need not be listed there. */
function mediaTypeOf(manifest: Manifest | null, sha256: string): string {
  const listed = manifest?.files.find((file) => file.sha256 === sha256)
  if (listed) return listed.mediaType
  const slide = manifest?.notices.some((n) =>
    n.slides.some((s) => s.sha256 === sha256),
  )
  return slide ? 'text/html; charset=utf-8' : 'application/octet-stream'
}
