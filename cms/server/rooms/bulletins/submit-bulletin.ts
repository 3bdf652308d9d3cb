import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { MediaRepository } from '../media/media.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { CurrentCatalogue } from './bulletin-catalogue.port.js'
import type { BulletinStepRepository } from './bulletin-step.repository.js'
import type { RequireLegible } from './legibility.port.js'
import type { BulletinRepository } from './bulletin.repository.js'
import { actFits, stateAfter } from './bulletin.rules.js'
import { checkAudience } from './check-audience.js'
import { checkMedia } from './check-media.js'
import {
  bulletinTemplate,
  checkBasis,
  checkFields,
  checkSchedule,
} from './check-revision.js'
import { readStanding } from './read-standing.js'
import type { RevisionRepository } from './revision.repository.js'
import { stateChange } from './state-change.js'

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'findRoot' | 'list'>
  media: Pick<MediaRepository, 'find'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  announcer: Pick<Announcer, 'tellConsoles'>
  catalogue: CurrentCatalogue
  requireLegible: RequireLegible
  clock: Clock
  inTransaction: InTransaction<{
    bulletins: Pick<BulletinRepository, 'save'>
    revisions: Pick<RevisionRepository, 'saveSubmitted'>
    bulletinSteps: Pick<BulletinStepRepository, 'insert'>
    recordAct: RecordAct
  }>
}

/**
 * Asks for approval: everything is checked strictly, and the revision becomes
 * immutable. Throws bulletin.not_found, bulletin.wrong_state,
 * bulletin.fields_invalid, bulletin.basis_required, bulletin.schedule_invalid,
 * bulletin.no_screens, bulletin.not_legible, auth.forbidden.
 */
export async function submitBulletin(
  deps: Deps,
  actor: Actor,
  input: {
    id: string
    /** What the person has seen; null: whatever is there now. */
    expectedVersion: number | null
  },
): Promise<void> {
  const { id, expectedVersion } = input
  const { bulletin, revision } = await readStanding(deps, id)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.submit', path)
  const isLive = bulletin.liveRevisionNumber !== null
  const { state } = bulletin
  if (!actFits('submit', { state, isLive }))
    throw new AppError('bulletin.wrong_state', { state })
  if (expectedVersion !== null && bulletin.version !== expectedVersion)
    throw new AppError('bulletin.conflict', { version: bulletin.version })
  const { body } = revision
  const template = bulletinTemplate(deps.catalogue(), body.templateId)
  checkFields(template, body)
  checkBasis(template, body)
  await checkMedia(deps, actor, template, body)
  checkSchedule(body, deps.clock.now())
  const screens = await checkAudience(
    deps,
    actor,
    { ...body.audience, groupsWithin: bulletin.ownerAreaId },
    'bulletin.submit',
  )
  await deps.requireLegible(body)
  await deps.inTransaction(async (tx) => {
    const now = isoNow(deps.clock)
    await tx.revisions.saveSubmitted(revision.id, now)
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('submit', { state, isLive }),
        returnedBecause: null,
        remarks: [],
        submittedAt: now,
        submittedBy: actor.id,
        submittedByName: actor.displayName,
        version: bulletin.version + 1,
        updatedAt: now,
      },
      bulletin.version,
    )
    await tx.bulletinSteps.insert({
      bulletinId: id,
      at: now,
      actor,
      act: 'submitted',
      revisionNumber: revision.number,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.submitted',
      subject: { kind: 'bulletin', id },
      areaId: bulletin.ownerAreaId,
      details: {
        title: body.title,
        revision: revision.number,
        screens: screens.length,
        ...stateChange('submit', { state, isLive }),
      },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', id)
}
