import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Recall } from '../../../../shared/contract/notice.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { ManifestRepository } from './manifest.repository.js'
import type { RecallRepository } from './recall.repository.js'

type Deps = {
  recalls: Pick<RecallRepository, 'listOpen' | 'listCarried' | 'saveClosed'>
  screens: Pick<ScreenRepository, 'listByIds'>
  manifests: Pick<ManifestRepository, 'touchProgramme'>
  clock: Clock
}

/** Notices live a day at most; after two their recall says nothing any more. */
const NOTICE_RECALL_MS = 48 * 3600_000

/**
 * Lets go of recalls that every screen has: each one that is not revoked plays
 * a manifest at least as new as the first that carried it. Returns how many.
 */
export async function closeRecalls(deps: Deps): Promise<number> {
  let closed = 0
  for (const recall of await deps.recalls.listOpen()) {
    if (!(await isDone(deps, recall))) continue
    await deps.recalls.saveClosed(recall.id, isoNow(deps.clock))
    closed += 1
  }
  if (closed > 0) await deps.manifests.touchProgramme()
  return closed
}

async function isDone(deps: Deps, recall: Recall): Promise<boolean> {
  const age = deps.clock.now() - Date.parse(recall.issuedAt)
  const { target } = recall
  if (target.kind === 'notice' && !target.hold && age > NOTICE_RECALL_MS)
    return true
  const carried = await deps.recalls.listCarried(recall.id)
  const screens = await deps.screens.listByIds([...carried.keys()])
  return screens.every((screen) => {
    if (screen.revokedAt !== null) return true
    const first = carried.get(screen.id)
    return first != null && (screen.status?.manifestNumber ?? 0) >= first
  })
}
