/** All the releases that one approval of a correction would make. */
import { createHash } from 'node:crypto'
import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { may } from '../accounts/permissions.rules.js'
import type {
  Bulletin,
  BulletinRepository,
} from '../bulletins/bulletin.repository.js'
import type {
  Revision,
  RevisionRepository,
} from '../bulletins/revision.repository.js'
import type {
  Release,
  ReleaseRepository,
} from '../programmes/release.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { Correction, CorrectionItem } from './correction.repository.js'
import { corrected } from './find-uses.js'
import {
  prepareRelease,
  type Prepared,
  type PrepareDeps,
} from './prepare-release.js'

export type CorrectionDeps = PrepareDeps & {
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  releases: Pick<ReleaseRepository, 'findLive'>
}

export type PreparedItem = {
  item: CorrectionItem
  bulletin: Bulletin
  revision: Revision
  live: Release
  body: RevisionInput
  prepared: Prepared
}

/**
 * Throws correction.overtaken when a bulletin changed on the screens since,
 * and what rendering throws.
 */
export async function prepareCorrection(
  deps: CorrectionDeps,
  correction: Pick<Correction, 'items' | 'text' | 'replacement'>,
): Promise<{ items: PreparedItem[]; contentHash: string }> {
  const items: PreparedItem[] = []
  for (const item of correction.items) {
    const bulletin = await deps.bulletins.get(item.bulletinId)
    const live = await deps.releases.findLive(item.bulletinId)
    const revision = await deps.revisions.find(item.revisionId)
    if (!revision || live?.id !== item.releaseId)
      throw new AppError('correction.overtaken', { title: bulletin.title })
    const body = corrected(revision.body, item.pointers, correction)
    const prepared = await prepareRelease(deps, bulletin, body)
    items.push({ item, bulletin, revision, live, body, prepared })
  }
  const hash = createHash('sha256')
  for (const { prepared } of items) hash.update(prepared.contentHash)
  return { items, contentHash: hash.digest('hex') }
}

/**
 * Whether the actor may approve it: over every area that speaks and every
 * place it is shown, and having written none of it.
 */
export async function mayReleaseCorrection(
  deps: CorrectionDeps,
  actor: Actor,
  correction: Correction,
): Promise<boolean> {
  if (correction.proposedBy === actor.id) return false
  const tree = await loadAreaTree(deps)
  for (const { bulletinId, ownerAreaId } of correction.items) {
    const bulletin = await deps.bulletins.get(bulletinId)
    const live = await deps.releases.findLive(bulletinId)
    const areaIds = [ownerAreaId, ...(live?.audience.areaIds ?? [])]
    const over = areaIds.every((id) =>
      may(actor, 'bulletin.correct', tree.pathOf(id)),
    )
    if (!over || bulletin.authorId === actor.id) return false
  }
  return true
}
