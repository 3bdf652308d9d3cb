/** Corrections as people see them, and what waits for one person. */
import type {
  CorrectionSummary,
  CorrectionView,
} from '../../../../shared/contract/api/corrections.js'
import { revisionChanges } from '../../../../shared/text/revision-changes.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { may } from '../accounts/permissions.rules.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import type {
  Correction,
  CorrectionRepository,
} from './correction.repository.js'
import { releaseArrivals, type ArrivalDeps } from './list-delivery.js'
import {
  mayReleaseCorrection,
  prepareCorrection,
  type CorrectionDeps,
} from './prepare-correction.js'
import { sealedSlides } from './show-approval.js'

type Deps = CorrectionDeps &
  ArrivalDeps & {
    corrections: Pick<CorrectionRepository, 'get' | 'list'>
    releases: Pick<ReleaseRepository, 'findLive'>
  }

const MOST = 100

/** Newest first, of the areas this person serves. */
export async function listCorrections(
  deps: Deps,
  actor: Actor,
): Promise<CorrectionSummary[]> {
  const tree = await loadAreaTree(deps)
  const all = await deps.corrections.list(MOST)
  return all
    .filter(({ items }) =>
      items.some(({ ownerAreaId }) =>
        may(actor, 'bulletin.read', tree.pathOf(ownerAreaId)),
      ),
    )
    .map(correctionSummary)
}

/** Those that this person may approve now. */
export async function correctionsToApprove(
  deps: Deps,
  actor: Actor,
): Promise<CorrectionSummary[]> {
  const waiting: CorrectionSummary[] = []
  for (const correction of await deps.corrections.list(MOST))
    if (
      correction.state === 'submitted' &&
      (await mayReleaseCorrection(deps, actor, correction))
    )
      waiting.push(correctionSummary(correction))
  return waiting
}

/**
 * One correction: before it is decided with the slides it would seal, after
 * with the screens that have it. Throws correction.not_found,
 * correction.overtaken, auth.forbidden, and what rendering throws.
 */
export async function showCorrection(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<CorrectionView> {
  const correction = await deps.corrections.get(id)
  const tree = await loadAreaTree(deps)
  const reads = correction.items.every(({ ownerAreaId }) =>
    may(actor, 'bulletin.read', tree.pathOf(ownerAreaId)),
  )
  if (!reads) throw new AppError('auth.forbidden', { act: 'bulletin.read' })
  const summary = correctionSummary(correction)
  if (correction.state !== 'submitted')
    return {
      ...summary,
      contentHash: null,
      mayRelease: false,
      items: [],
      screens: await whoHasIt(deps, correction),
    }
  const { items, contentHash } = await prepareCorrection(deps, correction)
  return {
    ...summary,
    contentHash,
    mayRelease: await mayReleaseCorrection(deps, actor, correction),
    items: items.map(({ bulletin, revision, live, body, prepared }) => ({
      bulletinId: bulletin.id,
      title: body.title,
      ownerAreaName: bulletin.ownerAreaName,
      frame: prepared.item.frame,
      furniture: prepared.furniture,
      slides: sealedSlides(prepared),
      live: sealedSlides(live),
      changes: revisionChanges(revision.body, body),
    })),
    screens: [],
  }
}

/** A screen has it when it has every corrected bulletin meant for it. */
async function whoHasIt(
  deps: Deps,
  correction: Correction,
): Promise<CorrectionView['screens']> {
  const byScreen = new Map<string, CorrectionView['screens'][number]>()
  for (const { bulletinId, correctedReleaseId } of correction.items) {
    const live = await deps.releases.findLive(bulletinId)
    // Withdrawn, ended or released anew since: nothing to wait for.
    if (!live || live.id !== correctedReleaseId) continue
    for (const arrival of await releaseArrivals(deps, live)) {
      const known = byScreen.get(arrival.screenId)
      const has = arrival.has && (known?.has ?? true)
      byScreen.set(arrival.screenId, { ...arrival, has })
    }
  }
  return [...byScreen.values()].sort((a, b) => Number(a.has) - Number(b.has))
}

function correctionSummary(correction: Correction): CorrectionSummary {
  const { items, proposedBy: _, ...rest } = correction
  return { ...rest, bulletins: items.length }
}
