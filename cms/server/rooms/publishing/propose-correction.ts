import type { ProposeCorrection } from '../../../../shared/contract/api/corrections.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { toNfc } from '../../../../shared/text/normalise.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import { checkAudience } from '../bulletins/check-audience.js'
import type { RevisionRepository } from '../bulletins/revision.repository.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type {
  CorrectionItem,
  CorrectionRepository,
} from './correction.repository.js'
import { hitsIn } from './find-uses.js'

type ItemDeps = {
  areas: Pick<AreaRepository, 'find' | 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  releases: Pick<ReleaseRepository, 'findLive'>
  clock: Clock
}
type Deps = ItemDeps & {
  announcer: Pick<Announcer, 'tellConsoles'>
  newId: () => string
  inTransaction: InTransaction<{
    corrections: Pick<CorrectionRepository, 'insert'>
    recordAct: RecordAct
  }>
}

/**
 * Asks for one approval of the same mending in many released bulletins. Open
 * drafts stay open. Returns its id. Throws correction.nothing,
 * correction.overtaken, bulletin.not_found, bulletin.no_screens,
 * auth.forbidden.
 */
export async function proposeCorrection(
  deps: Deps,
  actor: Actor,
  input: ProposeCorrection,
): Promise<string> {
  const items = await correctionItems(deps, actor, input)
  const id = deps.newId()
  const { text, replacement, reason } = input
  await deps.inTransaction(async (tx) => {
    await tx.corrections.insert({
      id,
      state: 'submitted',
      text: toNfc(text),
      replacement: toNfc(replacement),
      reason,
      items,
      proposedAt: isoNow(deps.clock),
      proposedBy: actor.id,
      proposedByName: actor.displayName,
      decidedAt: null,
      decidedByName: null,
      note: null,
    })
    await tx.recordAct(actor, {
      act: 'correction.proposed',
      subject: { kind: 'correction', id },
      areaId: items[0]?.ownerAreaId ?? null,
      details: {
        text,
        replacement,
        reason,
        bulletins: items.map(({ bulletinId }) => bulletinId),
      },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', id)
  return id
}

/** What would be mended. Throws what `proposeCorrection` throws. */
export async function correctionItems(
  deps: ItemDeps,
  actor: Actor,
  input: Pick<ProposeCorrection, 'text' | 'places'>,
): Promise<CorrectionItem[]> {
  const items: CorrectionItem[] = []
  for (const place of input.places)
    items.push(await itemOf(deps, actor, { place, text: input.text }))
  return items
}

async function itemOf(
  deps: ItemDeps,
  actor: Actor,
  asked: { place: ProposeCorrection['places'][number]; text: string },
): Promise<CorrectionItem> {
  const { bulletinId, revisionId, pointers } = asked.place
  const bulletin = await deps.bulletins.get(bulletinId)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.write', path)
  const release = await deps.releases.findLive(bulletinId)
  const revision = await deps.revisions.find(revisionId)
  if (!release || !revision || release.revisionId !== revisionId)
    throw new AppError('correction.overtaken', { title: bulletin.title })
  await checkAudience(deps, actor, release.audience, 'bulletin.submit')
  const known = new Set(
    hitsIn(revision.body, asked.text).map(({ pointer }) => pointer),
  )
  if (!pointers.every((pointer) => known.has(pointer)))
    throw new AppError('correction.nothing', { title: bulletin.title })
  return {
    bulletinId,
    ownerAreaId: bulletin.ownerAreaId,
    revisionId,
    releaseId: release.id,
    pointers,
    correctedReleaseId: null,
  }
}
