import type { FileRef } from '../../../shared/contract/manifest.js'
import type { Answer, ContentStore, FileStream, Part } from '../ports.js'

export type Fetched =
  | { ok: true; bytes: number }
  | {
      ok: false
      reason:
        | 'offline'
        | 'refused'
        | 'missing_file'
        | 'hash_mismatch'
        | 'disk_full'
        | 'read_only'
        | 'io'
      detail: string
    }

export type OpenStream = (
  sha256: string,
  from: { byte: number; signal: AbortSignal },
) => Promise<Answer<FileStream>>

type Deps = { files: Pick<ContentStore, 'openPart'>; open: OpenStream }

/**
 * Fetches one file: goes on at the byte where the last try broke off, counts
 * what comes, and gives the file its name only when the whole hash is right.
 * What arrived before a break stays for the next try; wrong bytes do not.
 */
export async function fetchFile(
  deps: Deps,
  file: FileRef,
  signal: AbortSignal,
): Promise<Fetched> {
  const part = await deps.files.openPart(file.sha256)
  try {
    if (part.sizeBytes() > file.sizeBytes) await part.restart()
    const received =
      part.sizeBytes() < file.sizeBytes || file.sizeBytes === 0
        ? await receive(deps.open, part, file, signal)
        : { ok: true as const, bytes: 0 }
    if (!received.ok) return received
    const stored = await part.commit()
    if (stored.ok) return received
    if (stored.reason === 'hash_mismatch') await part.restart()
    return stored
  } finally {
    await part.close()
  }
}

async function receive(
  open: OpenStream,
  part: Part,
  file: FileRef,
  signal: AbortSignal,
): Promise<Fetched> {
  const answer = await open(file.sha256, { byte: part.sizeBytes(), signal })
  if (!answer.ok) {
    const gone = answer.code === 'file.not_found'
    const reason = gone
      ? 'missing_file'
      : answer.reason === 'offline'
        ? 'offline'
        : 'refused'
    return { ok: false, reason, detail: answer.detail }
  }
  if (answer.value.fromByte !== part.sizeBytes()) await part.restart()
  if (answer.value.fromByte !== part.sizeBytes())
    return { ok: false, reason: 'refused', detail: 'wrong range' }
  let bytes = 0
  try {
    for await (const chunk of answer.value.chunks) {
      bytes += chunk.length
      if (part.sizeBytes() + chunk.length > file.sizeBytes) {
        await part.restart()
        return {
          ok: false,
          reason: 'hash_mismatch',
          detail: 'longer than said',
        }
      }
      const stored = await part.write(chunk)
      if (!stored.ok) return stored
    }
  } catch (error) {
    // The connection broke; what is there stays for the next try.
    return { ok: false, reason: 'offline', detail: String(error) }
  }
  if (part.sizeBytes() < file.sizeBytes) {
    // A cut throws; a clean end that is too short is another file.
    await part.restart()
    return { ok: false, reason: 'hash_mismatch', detail: 'shorter than said' }
  }
  return { ok: true, bytes }
}
