import type { FileRef } from '../../../../shared/contract/manifest.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { FileRepository } from './file.repository.js'
import type { FileStore } from './file-store.js'

type Deps = {
  store: Pick<FileStore, 'put'>
  files: Pick<FileRepository, 'save'>
  clock: Clock
}

/**
 * Keeps bytes that may be served from now on, and returns how a manifest names
 * them. The same bytes are kept once. Call it outside a transaction: a file
 * that nothing came to need is swept away later. Throws `store.full`.
 */
export async function keepFile(
  deps: Deps,
  file: { bytes: Uint8Array; mediaType: string },
): Promise<FileRef> {
  const sha256 = await deps.store.put(file.bytes)
  const kept: FileRef = {
    sha256,
    sizeBytes: file.bytes.byteLength,
    mediaType: file.mediaType,
  }
  await deps.files.save(kept, isoNow(deps.clock))
  return kept
}
