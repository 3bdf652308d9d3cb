/**
 * Approving is releasing: the exact bytes that were rendered from an immutable
 * revision become what screens show. Never by somebody who wrote in it.
 */
import { createHash } from 'node:crypto'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type {
  Bulletin,
  BulletinRepository,
} from '../bulletins/bulletin.repository.js'
import { actFits, stateAfter } from '../bulletins/bulletin.rules.js'
import { isOwnWork } from '../bulletins/bulletin.view.js'
import { checkAudience } from '../bulletins/check-audience.js'
import {
  bulletinTemplate,
  checkFields,
  checkSchedule,
} from '../bulletins/check-revision.js'
import { readStanding } from '../bulletins/read-standing.js'
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
import type { KeptCatalogue } from './kept-assets.js'
import { renderFields, type RenderDeps } from './render-fields.js'

type Deps = RenderDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'get'>
  revisions: Pick<RevisionRepository, 'find'>
  releases: Pick<ReleaseRepository, 'findLive'>
  keptCatalogue: () => KeptCatalogue
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    bulletins: Pick<BulletinRepository, 'save'>
    releases: Pick<ReleaseRepository, 'insert' | 'saveEnded' | 'nextLoopOrder'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Approves and releases a submitted bulletin. When it resolves, the manifests
 * of its screens are sealed and the connected ones have been told. Throws
 * bulletin.not_found, bulletin.wrong_state, bulletin.own_approval,
 * bulletin.fields_invalid, bulletin.schedule_invalid, bulletin.no_screens,
 * bulletin.conflict, media.not_found, store.full, auth.forbidden.
 */
export async function releaseBulletin(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  const standing = await readStanding(deps, id)
  const { bulletin, revision } = standing
  await requireRelease(deps, actor, standing)
  const { body } = revision
  await checkAudience(deps, actor, body.audience, 'bulletin.release')
  const release = await prepareRelease(deps, actor, standing)
  const before = await deps.releases.findLive(id)
  await deps.inTransaction(async (tx) => {
    const now = isoNow(deps.clock)
    if (before) await tx.releases.saveEnded(before.id, now, 'superseded')
    // A correction keeps its place in the loop.
    const loopOrder = before?.loopOrder ?? (await tx.releases.nextLoopOrder())
    await tx.releases.insert({ ...release, loopOrder })
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('release', standingOf(bulletin)),
        version: bulletin.version + 1,
        liveRevisionNumber: revision.number,
        updatedAt: now,
        liveSince: bulletin.liveSince ?? now,
        expiresAt: release.expiresAt,
      },
      bulletin.version,
    )
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: 'bulletin.released',
      subject: { kind: 'bulletin', id },
      areaId: bulletin.ownerAreaId,
      details: {
        revision: revision.number,
        release: release.id,
        contentHash: release.contentHash,
      },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', id)
  const audiences: Audience[] = [body.audience]
  if (before) audiences.push(before.audience)
  await deps.programme.refresh(await affectedScreens(deps, audiences))
}

async function requireRelease(
  deps: Pick<Deps, 'areas'>,
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
): Promise<void> {
  const { bulletin } = standing
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.release', path)
  if (!actFits('release', standingOf(bulletin)))
    throw new AppError('bulletin.wrong_state', { state: bulletin.state })
  if (isOwnWork(actor, standing))
    throw new AppError('bulletin.own_approval', {})
}

async function prepareRelease(
  deps: Deps,
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
): Promise<Release> {
  const { bulletin, revision } = standing
  const { body } = revision
  const kept = deps.keptCatalogue()
  const template = bulletinTemplate(kept.catalogue, body.templateId)
  // Checked when it was submitted; the template may have changed since.
  checkFields(template, body)
  checkSchedule(body, deps.clock.now())
  const rendered = await renderFields(deps, kept, {
    templateId: body.templateId,
    fields: body.fields,
    classes: ['1080', '2160'],
  })
  const slides = rendered.map(
    ({ language, resolutionClass, sha256, slotSeconds, files }) => ({
      language,
      resolutionClass,
      sha256,
      slotSeconds,
      files,
    }),
  )
  const item = {
    title: body.title,
    category: template.category,
    owner: bulletin.ownerAreaName,
    frame: template.frame,
    priority: body.priority,
    weight: body.weight,
    schedule: body.schedule,
  }
  const content = canonicalJson({ item, slides, audience: body.audience })
  return {
    id: deps.newId(),
    bulletinId: bulletin.id,
    revisionId: revision.id,
    revisionNumber: revision.number,
    releasedBy: actor.id,
    releasedAt: isoNow(deps.clock),
    contentHash: createHash('sha256').update(content).digest('hex'),
    loopOrder: 0,
    audience: body.audience,
    item,
    expiresAt: endOf(body.schedule),
    slides,
  }
}

function standingOf(bulletin: Bulletin) {
  return {
    state: bulletin.state,
    isLive: bulletin.liveRevisionNumber !== null,
  }
}
