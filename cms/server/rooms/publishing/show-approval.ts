import type { ApprovalView } from '../../../../shared/contract/api/approvals.js'
import { revisionChanges } from '../../../../shared/text/revision-changes.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import { readStanding } from '../bulletins/read-standing.js'
import type { RevisionRepository } from '../bulletins/revision.repository.js'
import type {
  Release,
  ReleaseRepository,
} from '../programmes/release.repository.js'
import { affectedScreens } from './affected-screens.js'
import {
  prepareRelease,
  standingAudience,
  type PrepareDeps,
} from './prepare-release.js'

type Deps = PrepareDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  releases: Pick<ReleaseRepository, 'findLive'>
}

/**
 * The exact slides that an approval of the newest revision would seal, and
 * what they change on the screens. Throws bulletin.not_found,
 * bulletin.fields_invalid, template.not_found, media.not_found, store.full,
 * auth.forbidden.
 */
export async function showApproval(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<ApprovalView> {
  const { bulletin, revision } = await readStanding(deps, id)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.read', path)
  const prepared = await prepareRelease(deps, bulletin, revision.body)
  const live = await deps.releases.findLive(id)
  const liveRevision = live ? await deps.revisions.find(live.revisionId) : null
  const screens = await affectedScreens(deps, [
    standingAudience(bulletin, revision.body.audience),
  ])
  return {
    contentHash: prepared.contentHash,
    frame: prepared.item.frame,
    slides: sealedSlides(prepared),
    furniture: prepared.furniture,
    screens: screens.length,
    live: live && {
      releaseId: live.id,
      revisionId: live.revisionId,
      revisionNumber: live.revisionNumber,
      releasedAt: live.releasedAt,
      frame: live.item.frame,
      slides: sealedSlides(live),
    },
    changes: liveRevision
      ? revisionChanges(liveRevision.body, revision.body)
      : [],
  }
}

/** One document per language, as the common class of screens gets it. */
export function sealedSlides({
  slides,
}: Pick<Release, 'slides'>): ApprovalView['slides'] {
  return slides
    .filter(({ resolutionClass }) => resolutionClass === '1080')
    .map(({ language, sha256, slotSeconds }) => ({
      language,
      sha256,
      slotSeconds,
    }))
}
