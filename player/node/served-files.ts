import { readFile } from 'node:fs/promises'
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

/**
 * Files for the stage, from memory or from the cache. Each is hashed once per
 * boot before its first use: a disk that rots shows nothing false.
 */
export function servedFiles(deps: Deps) {
  const trusted = new Set<string>()
  const read = async (sha256: string): Promise<Uint8Array | null> => {
    if (trusted.has(sha256)) {
      const bytes = await readFile(deps.pathOf(sha256)).catch(() => null)
      if (bytes) return bytes
      trusted.delete(sha256)
    }
    const bytes = await deps.store.read(sha256)
    if (bytes) trusted.add(sha256)
    else deps.onLost(sha256)
    return bytes
  }
  return async (sha256: string): Promise<ServedFile | null> => {
    const bytes = deps.hotFile(sha256) ?? (await read(sha256))
    if (!bytes) return null
    return { bytes, mediaType: mediaTypeOf(deps.playing(), sha256) }
  }
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
