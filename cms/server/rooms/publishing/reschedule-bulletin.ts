/**
 * Holding back, ending sooner, or the opposite, of what is released already,
 * without typing it again. To show less needs nobody else: it is decided by
 * one approver (or for an end also a duty officer). To show more than was
 * approved is an approval, so it takes an approver over the whole audience
 * who did not write it.
 */
import type { Reschedule } from '../../../../shared/contract/api/bulletin-history.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Schedule } from '../../../../shared/contract/schedule.js'
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
import { checkSchedule } from '../bulletins/check-revision.js'
import type {
  Revision,
  RevisionRepository,
} from '../bulletins/revision.repository.js'
import { endOf } from '../bulletins/schedule.rules.js'
import type {
  Release,
  ReleaseRepository,
} from '../programmes/release.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { affectedScreens } from './affected-screens.js'
import { standingAudience } from './prepare-release.js'
import { putOnScreens, type PutTx } from './put-on-screens.js'
import { addLiveRevision } from './add-live-revision.js'
import { rescheduleEffect } from './reschedule.rules.js'

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  releases: Pick<ReleaseRepository, 'findLive'>
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<
    PutTx & {
      revisions: Pick<RevisionRepository, 'insert' | 'nextNumber'>
      bulletinSteps: Pick<BulletinStepRepository, 'insert'>
      touchProgramme: TouchProgramme
      recordAct: RecordAct
    }
  >
}

/**
 * Gives a released bulletin another start or end. Throws bulletin.not_found,
 * bulletin.wrong_state, bulletin.own_approval, bulletin.schedule_invalid,
 * bulletin.no_screens, bulletin.conflict, auth.forbidden.
 */
export async function rescheduleBulletin(
  deps: Deps,
  actor: Actor,
  input: { id: string; change: Reschedule },
): Promise<void> {
  const live = await readLive(deps, actor, input.id)
  const { bulletin, revision, release } = live
  const schedule = rescheduled(revision.body.schedule, input.change)
  checkSchedule({ schedule }, deps.clock.now())
  await requireReschedule(deps, actor, { ...live, schedule })
  const body = { ...revision.body, schedule }
  await deps.inTransaction(async (tx) => {
    const made = await addLiveRevision(tx, deps, { revision, body })
    await putOnScreens(tx, deps.clock, {
      bulletin,
      release: {
        ...release,
        id: deps.newId(),
        revisionId: made.id,
        revisionNumber: made.number,
        releasedBy: actor.id,
        releasedAt: isoNow(deps.clock),
        item: { ...release.item, schedule },
        expiresAt: endOf(schedule),
      },
      act: 'reschedule',
      // An open draft stays what is being written.
      with: bulletin.revisionId === revision.id ? { revisionId: made.id } : {},
    })
    await tx.touchProgramme()
    await tx.bulletinSteps.insert({
      bulletinId: bulletin.id,
      at: isoNow(deps.clock),
      actor,
      act: 'rescheduled',
      revisionNumber: made.number,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.rescheduled',
      subject: { kind: 'bulletin', id: bulletin.id },
      areaId: bulletin.ownerAreaId,
      details: { before: revision.body.schedule, after: schedule },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', bulletin.id)
  await deps.programme.refresh(await affectedScreens(deps, [release.audience]))
}

type Live = { bulletin: Bulletin; revision: Revision; release: Release }

async function readLive(
  deps: Pick<Deps, 'areas' | 'bulletins' | 'revisions' | 'releases'>,
  actor: Actor,
  id: string,
): Promise<Live> {
  const bulletin = await deps.bulletins.get(id)
  // Its state is told to nobody for whom it does not exist.
  requireMay(
    actor,
    'bulletin.read',
    await areaPathOf(deps, bulletin.ownerAreaId),
  )
  const release = await deps.releases.findLive(id)
  const { state } = bulletin
  if (!release || !actFits('reschedule', { state, isLive: true }))
    throw new AppError('bulletin.wrong_state', { state })
  const revision = await deps.revisions.find(release.revisionId)
  if (!revision) throw new Error(`release ${release.id} lost its revision`)
  return { bulletin, revision, release }
}

function rescheduled(schedule: Schedule, change: Reschedule): Schedule {
  const { notBefore, expiresAt, ...rest } = schedule
  const start = change.notBefore === undefined ? notBefore : change.notBefore
  const end = change.expiresAt === undefined ? expiresAt : change.expiresAt
  return {
    ...rest,
    ...(start ? { notBefore: start } : {}),
    ...(end ? { expiresAt: end } : {}),
  }
}

async function requireReschedule(
  deps: Deps,
  actor: Actor,
  { bulletin, revision, schedule }: Live & { schedule: Schedule },
): Promise<void> {
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  const now = deps.clock.now()
  const effect = rescheduleEffect(revision.body.schedule, schedule, now)
  if (effect.later) requireMay(actor, 'bulletin.embargo', path)
  if (effect.endsSooner) requireMay(actor, 'bulletin.end_early', path)
  if (!effect.widens) return
  requireMay(actor, 'bulletin.release', path)
  const audience = standingAudience(bulletin, revision.body.audience)
  await checkAudience(deps, actor, audience, 'bulletin.release')
  if (isOwnWork(actor, { bulletin, revision }))
    throw new AppError('bulletin.own_approval', {})
}
