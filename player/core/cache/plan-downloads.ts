import type { FileRef, Manifest } from '../../../shared/contract/manifest.js'
import { filesDue } from '../../../shared/programme/manifest-files.js'
import type { ContentStore } from '../ports.js'

/** Left free whatever happens: state, receipts and logs must still be written. */
export const RESERVE_BYTES = 32 * 1024 * 1024

export type DownloadPlan = {
  /** Missing files: urgent notices, then what is due first, then the small. */
  missing: FileRef[]
  bytes: number
  /** True when they fit beside the reserve. */
  fits: boolean
}

/** What is still to be fetched before the manifest may be switched to. */
export async function planDownloads(
  files: Pick<ContentStore, 'has' | 'freeBytes'>,
  manifest: Manifest,
  { now, reserveBytes = RESERVE_BYTES }: { now: number; reserveBytes?: number },
): Promise<DownloadPlan> {
  const urgent = new Set(
    manifest.notices.flatMap((n) => n.slides.map((s) => s.sha256)),
  )
  const missing: FileRef[] = []
  for (const file of filesDue(manifest, now))
    if (!(await files.has(file.sha256, file.sizeBytes))) missing.push(file)
  missing.sort(
    (a, b) =>
      Number(urgent.has(b.sha256)) - Number(urgent.has(a.sha256)) ||
      dueOf(a) - dueOf(b) ||
      a.sizeBytes - b.sizeBytes ||
      (a.sha256 < b.sha256 ? -1 : 1),
  )
  const bytes = missing.reduce((sum, file) => sum + file.sizeBytes, 0)
  const free = bytes === 0 ? 0 : await files.freeBytes()
  return { missing, bytes, fits: bytes === 0 || free >= bytes + reserveBytes }
}

function dueOf({ dueAt }: FileRef): number {
  return dueAt === undefined ? 0 : Date.parse(dueAt)
}

/** Whether every file that the manifest needs at `now` is on disk. */
export async function isComplete(
  files: Pick<ContentStore, 'has'>,
  manifest: Manifest,
  now: number,
): Promise<boolean> {
  for (const file of filesDue(manifest, now))
    if (!(await files.has(file.sha256, file.sizeBytes))) return false
  return true
}
