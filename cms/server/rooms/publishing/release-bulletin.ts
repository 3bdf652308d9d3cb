/**
 * Approving is releasing: the exact bytes that the approver saw, rendered from
 * an immutable revision, become what screens show. Never by somebody who
 * wrote in it.
 */
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinStepRepository } from '../bulletins/bulletin-step.repository.js'
import type {
  Bulletin,
  BulletinRepository,
} from '../bulletins/bulletin.repository.js'
import { actFits } from '../bulletins/bulletin.rules.js'
import { isOwnWork } from '../bulletins/bulletin.view.js'
import { checkAudience } from '../bulletins/check-audience.js'
import {
  bulletinTemplate,
  checkBasis,
  checkSchedule,
} from '../bulletins/check-revision.js'
import { readStanding } from '../bulletins/read-standing.js'
import type {
  Revision,
  RevisionRepository,
} from '../bulletins/revision.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { StandingAudience } from '../screens/audience.rules.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import { affectedScreens } from './affected-screens.js'
import {
  prepareRelease,
  releaseOf,
  type PrepareDeps,
  standingAudience,
} from './prepare-release.js'
import { putOnScreens, type PutTx } from './put-on-screens.js'

type Deps = PrepareDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
  newId: () => string
  inTransaction: InTransaction<
    PutTx & {
      bulletinSteps: Pick<BulletinStepRepository, 'insert'>
      touchProgramme: TouchProgramme
      recordAct: RecordAct
    }
  >
}

/**
 * Approves and releases a submitted bulletin, if it still renders to the very
 * content that the approver saw. When it resolves, the manifests of its
 * screens are sealed and the connected ones have been told. Throws
 * bulletin.not_found, bulletin.wrong_state, bulletin.own_approval,
 * bulletin.renders_otherwise, bulletin.basis_required,
 * bulletin.fields_invalid, bulletin.schedule_invalid, bulletin.no_screens,
 * bulletin.conflict, media.not_found, store.full, auth.forbidden.
 */
export async function releaseBulletin(
  deps: Deps,
  actor: Actor,
  input: { id: string; contentHash: string },
): Promise<void> {
  const { id } = input
  const standing = await readStanding(deps, id)
  const { bulletin, revision } = standing
  await requireRelease(deps, actor, standing)
  const { body } = revision
  const audience = standingAudience(bulletin, body.audience)
  await checkAudience(deps, actor, audience, 'bulletin.release')
  checkSchedule(body, deps.clock.now())
  const { catalogue } = deps.keptCatalogue()
  checkBasis(bulletinTemplate(catalogue, body.templateId), body)
  const prepared = await prepareRelease(deps, bulletin, body)
  if (prepared.contentHash !== input.contentHash)
    throw new AppError('bulletin.renders_otherwise', {})
  const { clock } = deps
  const made = { id: deps.newId(), revision, actor, clock }
  const release = releaseOf(prepared, made)
  const before = await deps.inTransaction(async (tx) => {
    const act = 'release'
    const ended = await putOnScreens(tx, clock, { bulletin, release, act })
    await tx.touchProgramme()
    await tx.bulletinSteps.insert({
      bulletinId: id,
      at: isoNow(clock),
      actor,
      act: 'released',
      revisionNumber: revision.number,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.released',
      subject: { kind: 'bulletin', id },
      areaId: bulletin.ownerAreaId,
      details: {
        title: bulletin.title,
        revision: revision.number,
        release: release.id,
        contentHash: release.contentHash,
      },
    })
    return ended
  })
  deps.announcer.tellConsoles('bulletins:changed', id)
  const audiences: StandingAudience[] = [audience]
  if (before) audiences.push(before.audience)
  await deps.programme.refresh(await affectedScreens(deps, audiences))
}

async function requireRelease(
  deps: Pick<Deps, 'areas'>,
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
): Promise<void> {
  const { bulletin } = standing
  const { state } = bulletin
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.release', path)
  const isLive = bulletin.liveRevisionNumber !== null
  if (!actFits('release', { state, isLive }))
    throw new AppError('bulletin.wrong_state', { state })
  if (isOwnWork(actor, standing))
    throw new AppError('bulletin.own_approval', {})
}
