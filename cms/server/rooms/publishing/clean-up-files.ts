/** Frees what nothing refers to any more, and never what a screen may need. */
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { FileRepository } from '../media/file.repository.js'
import type { FileStore } from '../media/file-store.js'
import type { MediaRepository } from '../media/media.repository.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { KeptCatalogue } from './kept-assets.js'
import type { ManifestRepository } from './manifest.repository.js'
import { manifestIn } from './show-on-screen.js'

type Deps = {
  store: Pick<FileStore, 'remove'>
  files: Pick<FileRepository, 'listKeptBefore' | 'remove'>
  media: Pick<MediaRepository, 'listHashes'>
  releases: Pick<ReleaseRepository, 'listLiveHashes'>
  screens: Pick<ScreenRepository, 'list'>
  manifests: Pick<ManifestRepository, 'listNumbers' | 'remove' | 'listSealed'>
  openNotices(): Promise<{ files: readonly { sha256: string }[] }[]>
  keptCatalogue: () => KeptCatalogue
  clock: Clock
}

/** What was rendered this week may belong to an act that is not done yet. */
export const KEEP_UNUSED_MS = 7 * 24 * 3600_000
const PAGE = 200

/**
 * Drops manifests but the newest two and the one each screen says it plays,
 * then files that are older than a week and needed by nothing that is left.
 * Returns how many files went.
 */
export async function cleanUpFiles(deps: Deps): Promise<number> {
  await dropOldManifests(deps)
  const needed = await neededHashes(deps)
  const before = new Date(deps.clock.now() - KEEP_UNUSED_MS).toISOString()
  const old = await deps.files.listKeptBefore(before, 1_000_000)
  let removed = 0
  for (const { sha256 } of old) {
    if (needed.has(sha256)) continue
    await deps.files.remove(sha256)
    await deps.store.remove(sha256)
    removed += 1
    if (removed % PAGE === 0) await setImmediate()
  }
  return removed
}

async function dropOldManifests(deps: Deps): Promise<void> {
  for (const screen of await deps.screens.list()) {
    const numbers = await deps.manifests.listNumbers(screen.id)
    const plays = screen.status?.manifestNumber
    const old = numbers.slice(2).filter((number) => number !== plays)
    await deps.manifests.remove(screen.id, old)
  }
}

async function neededHashes(deps: Deps): Promise<Set<string>> {
  const needed = new Set<string>([
    ...deps.keptCatalogue().files.keys(),
    ...(await deps.media.listHashes()),
    ...(await deps.releases.listLiveHashes()),
  ])
  for (const { files } of await deps.openNotices())
    for (const { sha256 } of files) needed.add(sha256)
  for (let offset = 0; ; offset += PAGE) {
    const page = await deps.manifests.listSealed(offset, PAGE)
    for (const sealed of page)
      for (const { sha256 } of manifestIn(sealed).files) needed.add(sha256)
    if (page.length < PAGE) return needed
    await setImmediate()
  }
}
