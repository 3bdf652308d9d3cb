import type { FileRef, Manifest } from '../../../shared/contract/manifest.js'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import type { ContentStore } from '../ports.js'

/** Left free whatever happens: state, receipts and logs must still be written. */
export const RESERVE_BYTES = 32 * 1024 * 1024

export type DownloadPlan = {
  /** Missing files, those of urgent notices first, then small before large. */
  missing: FileRef[]
  bytes: number
  /** True when they fit beside the reserve. */
  fits: boolean
}

/** What is still to be fetched before the manifest may be switched to. */
export async function planDownloads(
  files: Pick<ContentStore, 'has' | 'freeBytes'>,
  manifest: Manifest,
  reserveBytes: number = RESERVE_BYTES,
): Promise<DownloadPlan> {
  const urgent = new Set(
    manifest.notices.flatMap((n) => n.slides.map((s) => s.sha256)),
  )
  const missing: FileRef[] = []
  for (const file of filesNeeded(manifest))
    if (!(await files.has(file.sha256, file.sizeBytes))) missing.push(file)
  missing.sort(
    (a, b) =>
      Number(urgent.has(b.sha256)) - Number(urgent.has(a.sha256)) ||
      a.sizeBytes - b.sizeBytes ||
      (a.sha256 < b.sha256 ? -1 : 1),
  )
  const bytes = missing.reduce((sum, file) => sum + file.sizeBytes, 0)
  const free = bytes === 0 ? 0 : await files.freeBytes()
  return { missing, bytes, fits: bytes === 0 || free >= bytes + reserveBytes }
}

/** Whether every file of the manifest is on disk. */
export async function isComplete(
  files: Pick<ContentStore, 'has'>,
  manifest: Manifest,
): Promise<boolean> {
  for (const file of filesNeeded(manifest))
    if (!(await files.has(file.sha256, file.sizeBytes))) return false
  return true
}
