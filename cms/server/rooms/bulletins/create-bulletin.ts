import type {
  CreateBulletin,
  RevisionInput,
} from '../../../../shared/contract/api/bulletins.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { toNfc } from '../../../../shared/text/normalise.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { CurrentCatalogue } from './bulletin-catalogue.port.js'
import type { BulletinStepRepository } from './bulletin-step.repository.js'
import {
  NOTHING_ASKED,
  type BulletinRepository,
} from './bulletin.repository.js'
import type { DraftSaveRepository } from './draft-save.repository.js'
import { bulletinTemplate, checkSchedule } from './check-revision.js'
import type { RevisionRepository } from './revision.repository.js'
import { searchTextOf } from './search-text.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  announcer: Pick<Announcer, 'tellConsoles'>
  catalogue: CurrentCatalogue
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    bulletins: Pick<BulletinRepository, 'insert'>
    revisions: Pick<RevisionRepository, 'insert'>
    bulletinSteps: Pick<BulletinStepRepository, 'insert'>
    draftSaves: Pick<DraftSaveRepository, 'add'>
    recordAct: RecordAct
  }>
}

/**
 * Starts a bulletin as a draft of an area; its fields may be incomplete.
 * Returns its id. Throws template.not_found, area.not_found,
 * bulletin.schedule_invalid, auth.forbidden.
 */
export async function createBulletin(
  deps: Deps,
  actor: Actor,
  input: CreateBulletin,
): Promise<string> {
  const { ownerAreaId, ...asked } = input
  const area = await deps.areas.find(ownerAreaId)
  if (!area) throw new AppError('area.not_found', { areaId: ownerAreaId })
  requireMay(actor, 'bulletin.write', area.path)
  const template = bulletinTemplate(deps.catalogue(), asked.templateId)
  const body: RevisionInput = { ...asked, title: toNfc(asked.title) }
  checkSchedule(body)
  const id = deps.newId()
  const revisionId = deps.newId()
  const now = isoNow(deps.clock)
  await deps.inTransaction(async (tx) => {
    await tx.bulletins.insert({
      ...NOTHING_ASKED,
      id,
      ownerAreaId,
      ownerAreaName: area.name,
      authorId: actor.id,
      authorName: actor.displayName,
      state: 'draft',
      category: template.category,
      templateId: template.id,
      title: body.title,
      search: searchTextOf(body),
      priority: body.priority,
      version: 1,
      revisionId,
      liveRevisionNumber: null,
      returnedBecause: null,
      createdAt: now,
      updatedAt: now,
      liveSince: null,
      expiresAt: null,
    })
    await tx.revisions.insert({
      id: revisionId,
      bulletinId: id,
      number: 1,
      authorId: actor.id,
      editors: [actor.id],
      body,
      createdAt: now,
      submittedAt: null,
    })
    await tx.draftSaves.add({
      bulletinId: id,
      revisionNumber: 1,
      author: actor,
      at: now,
      body,
    })
    await tx.bulletinSteps.insert({
      bulletinId: id,
      at: now,
      actor,
      act: 'created',
      revisionNumber: 1,
    })
    await tx.recordAct(actor, {
      act: 'bulletin.created',
      subject: { kind: 'bulletin', id },
      areaId: ownerAreaId,
      details: { title: body.title, templateId: template.id },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', id)
  return id
}
