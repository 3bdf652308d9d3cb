import type { Manifest } from '../../../shared/contract/manifest.js'
import type { Notice } from '../../../shared/contract/notice.js'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import type { ContentStore } from '../ports.js'

export type Kept = {
  manifests: readonly Manifest[]
  notices: readonly Notice[]
  /** Seals kept as files. */
  seals: readonly string[]
}

/** Every file that something the screen holds still needs. */
export function filesInUse(kept: Kept): Set<string> {
  const used = new Set(kept.seals)
  for (const manifest of kept.manifests) {
    for (const file of filesNeeded(manifest)) used.add(file.sha256)
    // Files the CMS listed beyond what is referenced: kits for later notices.
    for (const file of manifest.files) used.add(file.sha256)
  }
  for (const notice of kept.notices)
    for (const slide of notice.slides) used.add(slide.sha256)
  return used
}

/** Removes what nothing needs any more; returns how many files went. */
export async function sweepFiles(
  files: Pick<ContentStore, 'list' | 'remove' | 'dropParts'>,
  kept: () => Kept,
): Promise<number> {
  const names = await files.list()
  // Asked after the listing: what is stored from now on is not in it.
  const used = filesInUse(kept())
  let removed = 0
  for (const name of names) {
    if (used.has(name)) continue
    await files.remove(name)
    removed += 1
  }
  await files.dropParts(used)
  return removed
}
