/** Corrections as people see them, and what waits for one person. */
import type {
  CorrectionItemView,
  CorrectionSummary,
  CorrectionView,
  ProposeCorrection,
} from '../../../../shared/contract/api/corrections.js'
import { revisionChanges } from '../../../../shared/text/revision-changes.js'
import { toNfc } from '../../../../shared/text/normalise.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { may } from '../accounts/permissions.rules.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import { affectedScreens } from './affected-screens.js'
import type {
  Correction,
  CorrectionRepository,
} from './correction.repository.js'
import { releaseArrivals, type ArrivalDeps } from './list-delivery.js'
import {
  mayReleaseCorrection,
  prepareCorrection,
  type CorrectionDeps,
  type PreparedItem,
} from './prepare-correction.js'
import { correctionItems } from './propose-correction.js'
import { sealedSlides } from './show-approval.js'

type Deps = CorrectionDeps &
  ArrivalDeps &
  Parameters<typeof correctionItems>[0] & {
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
  const of = await bulletinsOf(deps, correction)
  if (correction.state !== 'submitted')
    return {
      ...summary,
      contentHash: null,
      mayRelease: false,
      mayReturn: false,
      of,
      items: [],
      screens: await whoHasIt(deps, correction),
    }
  const { items, contentHash } = await prepareCorrection(deps, correction)
  const [first] = correction.items
  const path = tree.pathOf(first?.ownerAreaId ?? '')
  return {
    ...summary,
    contentHash,
    mayRelease: await mayReleaseCorrection(deps, actor, correction),
    mayReturn:
      correction.proposedBy === actor.id || may(actor, 'bulletin.return', path),
    of,
    items: await itemViews(deps, items),
    screens: [],
  }
}

/**
 * The slides before and after, and nothing is kept. Throws what proposing and
 * rendering throw.
 */
export async function previewCorrection(
  deps: Deps,
  actor: Actor,
  input: ProposeCorrection,
): Promise<{ items: CorrectionItemView[] }> {
  const { text, replacement } = input
  const asked = { text: toNfc(text), replacement: toNfc(replacement) }
  const items = await correctionItems(deps, actor, input)
  const prepared = await prepareCorrection(deps, { ...asked, items })
  return { items: await itemViews(deps, prepared.items) }
}

async function itemViews(
  deps: Deps,
  items: readonly PreparedItem[],
): Promise<CorrectionItemView[]> {
  const views: CorrectionItemView[] = []
  for (const { bulletin, revision, live, body, prepared } of items)
    views.push({
      bulletinId: bulletin.id,
      title: body.title,
      ownerAreaName: bulletin.ownerAreaName,
      frame: prepared.item.frame,
      furniture: prepared.furniture,
      slides: sealedSlides(prepared),
      live: sealedSlides(live),
      changes: revisionChanges(revision.body, body),
      screens: (await affectedScreens(deps, [prepared.audience])).length,
    })
  return views
}

async function bulletinsOf(
  deps: Deps,
  correction: Correction,
): Promise<CorrectionView['of']> {
  const of: CorrectionView['of'] = []
  for (const { bulletinId } of correction.items) {
    const { title, ownerAreaName } = await deps.bulletins.get(bulletinId)
    of.push({ bulletinId, title, ownerAreaName })
  }
  return of
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
