import type { FileRef, Manifest } from '../contract/manifest.js'

/**
 * Every file the screen must hold before it may switch to this manifest, each
 * once: what `files` lists, and the notices' own slides, which may have come
 * inline and not be listed.
 */
export function filesNeeded(manifest: Manifest): FileRef[] {
  const files = new Map(manifest.files.map((file) => [file.sha256, file]))
  for (const slide of manifest.notices.flatMap(({ slides }) => slides)) {
    if (files.has(slide.sha256)) continue
    files.set(slide.sha256, {
      sha256: slide.sha256,
      sizeBytes: slide.sizeBytes,
      mediaType: 'text/html',
    })
  }
  return [...files.values()]
}

/** So long before anything shows it, a file counts as needed. */
export const DUE_AHEAD_MS = 6 * 3_600_000

/**
 * Those of them that must be there at `now` (ms): without the ones that nothing
 * shows for hours yet.
 */
export function filesDue(manifest: Manifest, now: number): FileRef[] {
  return filesNeeded(manifest).filter(
    ({ dueAt }) =>
      dueAt === undefined || Date.parse(dueAt) - DUE_AHEAD_MS <= now,
  )
}

/**
 * Documents that the manifest names but `files` does not describe: a fault of
 * whoever made it. Empty for a good manifest.
 */
export function filesUndescribed(manifest: Manifest): string[] {
  const described = new Set(filesNeeded(manifest).map(({ sha256 }) => sha256))
  const named = [
    manifest.furniture.frame,
    manifest.furniture.holding,
    ...manifest.items.flatMap(({ slides }) => slides.map((s) => s.sha256)),
  ]
  return [...new Set(named)].filter((sha256) => !described.has(sha256))
}
