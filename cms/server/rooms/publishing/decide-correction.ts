import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinStepRepository } from '../bulletins/bulletin-step.repository.js'
import { checkAudience } from '../bulletins/check-audience.js'
import { checkSchedule } from '../bulletins/check-revision.js'
import { searchTextOf } from '../bulletins/search-text.js'
import type { RevisionRepository } from '../bulletins/revision.repository.js'
import type { Announcer } from '../screens/announcer.port.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import { addLiveRevision } from './add-live-revision.js'
import { affectedScreens } from './affected-screens.js'
import type {
  Correction,
  CorrectionRepository,
} from './correction.repository.js'
import { corrected, hitsIn } from './find-uses.js'
import {
  prepareCorrection,
  type CorrectionDeps,
  type PreparedItem,
} from './prepare-correction.js'
import { releaseOf, standingAudience } from './prepare-release.js'
import { putOnScreens, type PutTx } from './put-on-screens.js'

type Tx = PutTx & {
  revisions: Pick<
    RevisionRepository,
    'find' | 'insert' | 'nextNumber' | 'saveDraft'
  >
  bulletinSteps: Pick<BulletinStepRepository, 'insert'>
  corrections: Pick<CorrectionRepository, 'saveDecided'>
  touchProgramme: TouchProgramme
  recordAct: RecordAct
}
type Deps = CorrectionDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  corrections: Pick<CorrectionRepository, 'get'>
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
  newId: () => string
  inTransaction: InTransaction<Tx>
}

/**
 * Approves a correction: every bulletin of it is released in one transaction,
 * or none. Throws correction.not_found, correction.decided,
 * correction.overtaken, bulletin.own_approval, bulletin.renders_otherwise,
 * bulletin.conflict, auth.forbidden, and what rendering throws.
 */
export async function releaseCorrection(
  deps: Deps,
  actor: Actor,
  input: { id: string; contentHash: string },
): Promise<void> {
  const correction = await undecided(deps, input.id)
  const { items, contentHash } = await prepareCorrection(deps, correction)
  for (const one of items) await requireCorrect(deps, actor, correction, one)
  if (contentHash !== input.contentHash)
    throw new AppError('bulletin.renders_otherwise', {})
  await deps.inTransaction(async (tx) => {
    const done = []
    for (const one of items)
      done.push({
        ...one.item,
        correctedReleaseId: await releaseItem(deps, tx, {
          actor,
          correction,
          one,
        }),
      })
    await tx.corrections.saveDecided({
      ...correction,
      items: done,
      state: 'released',
      decidedAt: isoNow(deps.clock),
      decidedByName: actor.displayName,
    })
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: 'correction.released',
      subject: { kind: 'correction', id: correction.id },
      areaId: correction.items[0]?.ownerAreaId ?? null,
      details: {
        contentHash,
        releases: done.map((item) => item.correctedReleaseId),
      },
    })
  })
  for (const { bulletin } of items)
    deps.announcer.tellConsoles('bulletins:changed', bulletin.id)
  const audiences = items.map(({ prepared }) => prepared.audience)
  await deps.programme.refresh(await affectedScreens(deps, audiences))
}

/**
 * Turns a correction down. Throws correction.not_found, correction.decided,
 * auth.forbidden.
 */
export async function returnCorrection(
  deps: Pick<
    Deps,
    'areas' | 'corrections' | 'announcer' | 'clock' | 'inTransaction'
  >,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<void> {
  const correction = await undecided(deps, input.id)
  const areaId = correction.items[0]?.ownerAreaId ?? ''
  // Whoever proposed it may let it go as well.
  const act =
    correction.proposedBy === actor.id ? 'bulletin.write' : 'bulletin.return'
  requireMay(actor, act, await areaPathOf(deps, areaId))
  await deps.inTransaction(async (tx) => {
    await tx.corrections.saveDecided({
      ...correction,
      state: 'returned',
      note: input.reason,
      decidedAt: isoNow(deps.clock),
      decidedByName: actor.displayName,
    })
    await tx.recordAct(actor, {
      act: 'correction.returned',
      subject: { kind: 'correction', id: correction.id },
      areaId,
      details: { reason: input.reason },
    })
  })
  deps.announcer.tellConsoles('bulletins:changed', correction.id)
}

async function undecided(
  deps: Pick<Deps, 'corrections'>,
  id: string,
): Promise<Correction> {
  const correction = await deps.corrections.get(id)
  if (correction.state !== 'submitted')
    throw new AppError('correction.decided', { id })
  return correction
}

async function requireCorrect(
  deps: Deps,
  actor: Actor,
  correction: Correction,
  { bulletin, body }: PreparedItem,
): Promise<void> {
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.correct', path)
  const audience = standingAudience(bulletin, body.audience)
  await checkAudience(deps, actor, audience, 'bulletin.correct')
  checkSchedule(body, deps.clock.now())
  if (correction.proposedBy === actor.id || bulletin.authorId === actor.id)
    throw new AppError('bulletin.own_approval', {})
}

async function releaseItem(
  deps: Deps,
  tx: Tx,
  what: { actor: Actor; correction: Correction; one: PreparedItem },
): Promise<string> {
  const { actor, correction, one } = what
  const { bulletin, body } = one
  const revision = await addLiveRevision(tx, deps, {
    revision: one.revision,
    body,
    writer: correction.proposedBy,
  })
  const { clock } = deps
  const id = deps.newId()
  const release = releaseOf(one.prepared, { id, revision, actor, clock })
  const isNewest = bulletin.revisionId === one.revision.id
  await putOnScreens(tx, clock, {
    bulletin,
    release,
    act: 'correct',
    with: isNewest
      ? {
          revisionId: revision.id,
          title: body.title,
          search: searchTextOf(body),
        }
      : {},
  })
  if (!isNewest) await mendDraft(tx, bulletin.revisionId, correction)
  await tx.bulletinSteps.insert({
    bulletinId: bulletin.id,
    at: isoNow(clock),
    actor,
    act: 'corrected',
    revisionNumber: revision.number,
    note: correction.reason,
  })
  return id
}

/** Else the next release of an open draft would bring the mistake back. */
async function mendDraft(
  tx: Tx,
  revisionId: string,
  correction: Correction,
): Promise<void> {
  const draft = await tx.revisions.find(revisionId)
  if (!draft || draft.submittedAt !== null) return
  const pointers = hitsIn(draft.body, correction.text)
    .filter(({ exact }) => exact)
    .map(({ pointer }) => pointer)
  const body = corrected(draft.body, pointers, correction)
  await tx.revisions.saveDraft(revisionId, { body, editors: draft.editors })
}
