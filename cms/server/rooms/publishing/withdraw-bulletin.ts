import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinStepRepository } from '../bulletins/bulletin-step.repository.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import { actFits, stateAfter } from '../bulletins/bulletin.rules.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { affectedScreens } from './affected-screens.js'
import type { SealDesk } from './open-seal-desk.js'
import type { RecallRepository } from './recall.repository.js'
import { sealRecall } from './seal-recall.js'
import { stateChange } from '../bulletins/state-change.js'

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'get'>
  releases: Pick<ReleaseRepository, 'findLive'>
  announcer: Pick<Announcer, 'pushRecall' | 'tellConsoles'>
  programme: ProgrammeKeeper
  sealDesk: SealDesk
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    bulletins: Pick<BulletinRepository, 'save'>
    releases: Pick<ReleaseRepository, 'saveEnded'>
    recalls: Pick<RecallRepository, 'insert'>
    bulletinSteps: Pick<BulletinStepRepository, 'insert'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Takes a bulletin off every screen: those connected by a recall at once, the
 * others by the recall in their next manifest. Throws bulletin.not_found,
 * bulletin.wrong_state, auth.forbidden.
 */
export async function withdrawBulletin(
  deps: Deps,
  actor: Actor,
  input: { id: string; reason?: string | undefined },
): Promise<void> {
  const { id, reason } = input
  const bulletin = await deps.bulletins.get(id)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.withdraw', path)
  const release = await deps.releases.findLive(id)
  const now = { state: bulletin.state, isLive: release !== null }
  if (!release || !actFits('withdraw', now))
    throw new AppError('bulletin.wrong_state', { state: bulletin.state })
  const screens = await affectedScreens(deps, [release.audience])
  const recalled =
    screens.length > 0
      ? await sealRecall(deps, { kind: 'release', id: release.id }, screens)
      : null
  await deps.inTransaction(async (tx) => {
    const at = isoNow(deps.clock)
    await tx.releases.saveEnded(release.id, at, 'withdrawn')
    if (recalled) await tx.recalls.insert(recalled.recall, recalled.sealed)
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('withdraw', now),
        version: bulletin.version + 1,
        liveRevisionNumber: null,
        liveSince: null,
        notBefore: null,
        updatedAt: at,
      },
      bulletin.version,
    )
    await tx.touchProgramme()
    await tx.bulletinSteps.insert({
      bulletinId: id,
      at,
      actor,
      act: 'withdrawn',
      revisionNumber: release.revisionNumber,
      note: reason ?? null,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.withdrawn',
      subject: { kind: 'bulletin', id },
      areaId: bulletin.ownerAreaId,
      details: {
        title: bulletin.title,
        release: release.id,
        screens: screens.length,
        reason,
        ...stateChange('withdraw', now),
      },
    })
  })
  if (recalled) deps.announcer.pushRecall(screens, { sealed: recalled.sealed })
  deps.announcer.tellConsoles('bulletins:changed', id)
  await deps.programme.refresh(screens)
}
