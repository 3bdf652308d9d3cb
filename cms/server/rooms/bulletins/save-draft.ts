import type {
  RevisionInput,
  SaveDraft,
} from '../../../../shared/contract/api/bulletins.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { toNfc } from '../../../../shared/text/normalise.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type { CurrentCatalogue } from './bulletin-catalogue.port.js'
import type { BulletinStepRepository } from './bulletin-step.repository.js'
import type { Bulletin, BulletinRepository } from './bulletin.repository.js'
import type { DraftSaveRepository } from './draft-save.repository.js'
import { actFits, needsNewRevision, stateAfter } from './bulletin.rules.js'
import { bulletinTemplate, checkSchedule } from './check-revision.js'
import { readStanding } from './read-standing.js'
import type { Revision, RevisionRepository } from './revision.repository.js'
import { searchTextOf } from './search-text.js'
import { revisionChanges } from '../../../../shared/text/revision-changes.js'

type Tx = {
  bulletins: Pick<BulletinRepository, 'get' | 'save'>
  revisions: Pick<
    RevisionRepository,
    'find' | 'insert' | 'saveDraft' | 'nextNumber'
  >
  draftSaves: Pick<DraftSaveRepository, 'add'>
  bulletinSteps: Pick<BulletinStepRepository, 'insert'>
  areas: Pick<AreaRepository, 'find'>
  recordAct: RecordAct
}
/** Places whose old and new words one line of the audit holds. */
const CHANGES_MAX = 40

export type SaveDeps = {
  announcer: Pick<Announcer, 'tellConsoles'>
  catalogue: CurrentCatalogue
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<Tx>
}

/**
 * Saves what an author wrote over exactly the version they had. A revision
 * that was ever submitted stays as it is; a new one begins. Throws
 * bulletin.not_found, bulletin.conflict, bulletin.wrong_state,
 * bulletin.schedule_invalid, template.not_found, auth.forbidden.
 */
export async function saveDraft(
  deps: SaveDeps,
  actor: Actor,
  input: {
    id: string
    draft: SaveDraft & { expectedVersion: number }
    /** Not typed but brought back: from which revision. */
    restoredFrom?: number
  },
): Promise<void> {
  const { expectedVersion, ...asked } = input.draft
  const body: RevisionInput = { ...asked, title: toNfc(asked.title) }
  await deps.inTransaction(async (tx) => {
    const { bulletin, revision } = await readStanding(tx, input.id)
    const path = await areaPathOf(tx, bulletin.ownerAreaId)
    requireMay(actor, 'bulletin.write', path)
    const isLive = bulletin.liveRevisionNumber !== null
    const { state } = bulletin
    if (!actFits('save', { state, isLive }))
      throw new AppError('bulletin.wrong_state', { state })
    if (bulletin.version !== expectedVersion)
      throw new AppError('bulletin.conflict', {
        version: bulletin.version,
        savedBy: bulletin.changedByName ?? bulletin.authorName,
        savedAt: bulletin.updatedAt,
      })
    const template = bulletinTemplate(deps.catalogue(), body.templateId)
    checkSchedule(body)
    const { revisionId, number } = await keepBody(deps, tx, {
      revision,
      body,
      actor,
    })
    const now = isoNow(deps.clock)
    await tx.draftSaves.add({
      bulletinId: bulletin.id,
      revisionNumber: number,
      author: actor,
      at: now,
      body,
    })
    await tx.bulletins.save(
      {
        ...bulletin,
        state: stateAfter('save', { state, isLive }),
        category: template.category,
        templateId: template.id,
        title: body.title,
        search: searchTextOf(body),
        priority: body.priority,
        version: bulletin.version + 1,
        revisionId,
        updatedAt: now,
        changedByName: actor.displayName,
      },
      expectedVersion,
    )
    if (input.restoredFrom !== undefined) {
      await noteRestored(tx, actor, {
        bulletin,
        at: now,
        number,
        from: input.restoredFrom,
      })
      return
    }
    // Autosave comes every few seconds: one line per revision and person.
    const known =
      revisionId === revision.id && revision.editors.includes(actor.id)
    if (!known)
      await tx.recordAct(actor, {
        act: 'bulletin.edited',
        subject: { kind: 'bulletin', id: bulletin.id },
        areaId: bulletin.ownerAreaId,
        details: {
          title: body.title,
          revisionId,
          // Pointer, before and after; a whole new text is a line too long.
          changes: revisionChanges(revision.body, body).slice(0, CHANGES_MAX),
        },
      })
  })
  deps.announcer.tellConsoles('bulletins:changed', input.id)
}

async function noteRestored(
  tx: Pick<Tx, 'bulletinSteps' | 'recordAct'>,
  actor: Actor,
  what: { bulletin: Bulletin; at: string; number: number; from: number },
): Promise<void> {
  const { bulletin, at, number, from } = what
  await tx.bulletinSteps.insert({
    bulletinId: bulletin.id,
    at,
    actor,
    act: 'restored',
    revisionNumber: number,
    note: String(from),
  })
  await tx.recordAct(actor, {
    act: 'bulletin.restored',
    subject: { kind: 'bulletin', id: bulletin.id },
    areaId: bulletin.ownerAreaId,
    details: { from, revision: number },
  })
}

async function keepBody(
  deps: Pick<SaveDeps, 'clock' | 'newId'>,
  tx: Pick<Tx, 'revisions'>,
  what: { revision: Revision; body: RevisionInput; actor: Actor },
): Promise<{ revisionId: string; number: number }> {
  const { revision, body, actor } = what
  if (!needsNewRevision(revision.submittedAt)) {
    const editors = [...new Set([...revision.editors, actor.id])]
    await tx.revisions.saveDraft(revision.id, { body, editors })
    return { revisionId: revision.id, number: revision.number }
  }
  const id = deps.newId()
  const number = await tx.revisions.nextNumber(revision.bulletinId)
  await tx.revisions.insert({
    id,
    bulletinId: revision.bulletinId,
    number,
    authorId: actor.id,
    editors: [actor.id],
    body,
    createdAt: isoNow(deps.clock),
    submittedAt: null,
  })
  return { revisionId: id, number }
}
