import type { FileRef } from '../../../shared/contract/manifest.js'
import type { ContentStore } from '../ports.js'
import { fetchFile, type Fetched, type OpenStream } from './fetch-file.js'

const PARALLEL = 4

type Deps = { files: Pick<ContentStore, 'openPart'>; open: OpenStream }
type Failure = Extract<Fetched, { ok: false }> & { sha256: string }
export type FetchedAll = { ok: true } | { ok: false; failures: Failure[] }

/**
 * Fetches the files four at a time, in the order given. A wrong or missing
 * file does not hold up the others; a broken link or a full disk ends the
 * round, since every other file would meet the same. `onStored` is called for
 * each file as soon as it may be used.
 */
export async function fetchFiles(
  deps: Deps,
  wanted: readonly FileRef[],
  signal: AbortSignal,
  onStored: (file: FileRef) => void,
): Promise<FetchedAll> {
  const queue = [...wanted]
  const failures: Failure[] = []
  let ended = false

  const worker = async () => {
    for (;;) {
      const file = queue.shift()
      if (!file || ended || signal.aborted) return
      const fetched = await fetchFile(deps, file, signal)
      if (fetched.ok) {
        onStored(file)
        continue
      }
      failures.push({ ...fetched, sha256: file.sha256 })
      if (endsRound(fetched.reason)) ended = true
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
  if (failures.length > 0) return { ok: false, failures }
  if (signal.aborted)
    return {
      ok: false,
      failures: [
        { ok: false, reason: 'offline', detail: 'stopped', sha256: '' },
      ],
    }
  return { ok: true }
}

function endsRound(reason: Failure['reason']): boolean {
  return (
    reason === 'offline' ||
    reason === 'disk_full' ||
    reason === 'read_only' ||
    reason === 'io'
  )
}
