/** Looking back on a bulletin: its steps, and what was written when. */
import type {
  BulletinHistory,
  RevisionDetails,
  RevisionLine,
} from '../../../../shared/contract/api/bulletin-history.js'
import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import { revisionChanges } from '../../../../shared/text/revision-changes.js'
import { mergeParts } from '../../../../shared/text/revision-merge.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinStepRepository } from './bulletin-step.repository.js'
import type { PersonRepository } from '../accounts/person.repository.js'
import type { Bulletin, BulletinRepository } from './bulletin.repository.js'
import type { DraftSave, DraftSaveRepository } from './draft-save.repository.js'
import type { Revision, RevisionRepository } from './revision.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  bulletins: Pick<BulletinRepository, 'get'>
  bulletinSteps: Pick<BulletinStepRepository, 'list'>
  draftSaves: Pick<DraftSaveRepository, 'list' | 'find'>
  people: Pick<PersonRepository, 'find'>
  revisions: Pick<RevisionRepository, 'find' | 'listOf' | 'findByNumber'>
}

const STEPS = 200
const REVISIONS = 200

/** Newest first. Throws bulletin.not_found, auth.forbidden. */
export async function bulletinHistory(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<BulletinHistory> {
  const bulletin = await requireRead(deps, actor, id)
  const saves = await deps.draftSaves.list(id)
  const revisions = await deps.revisions.listOf(id, REVISIONS)
  const lines: RevisionLine[] = []
  for (const [index, revision] of revisions.entries()) {
    const previous = revisions[index + 1] ?? null
    lines.push(await revisionLine(deps, bulletin, { revision, previous }))
  }
  return {
    revisions: lines,
    steps: await deps.bulletinSteps.list(id, STEPS),
    saves: saves.map(saveLine),
  }
}

/** One kept draft. Throws bulletin.not_found, auth.forbidden. */
export async function readDraftSave(
  deps: Deps,
  actor: Actor,
  which: { id: string; saveId: string },
): Promise<BulletinHistory['saves'][number] & { revision: RevisionInput }> {
  await requireRead(deps, actor, which.id)
  const save = await deps.draftSaves.find(which.id, which.saveId)
  if (!save) throw new AppError('bulletin.not_found', { id: which.saveId })
  return { ...saveLine(save), revision: save.body }
}

/**
 * One revision with the one before it. Throws bulletin.not_found,
 * auth.forbidden.
 */
export async function readRevision(
  deps: Deps,
  actor: Actor,
  which: { id: string; revisionId: string },
): Promise<RevisionDetails> {
  const bulletin = await requireRead(deps, actor, which.id)
  const revision = await deps.revisions.find(which.revisionId)
  if (revision?.bulletinId !== bulletin.id)
    throw new AppError('bulletin.not_found', { id: which.revisionId })
  const previous = await deps.revisions.findByNumber(
    bulletin.id,
    revision.number - 1,
  )
  return {
    ...(await revisionLine(deps, bulletin, { revision, previous })),
    revision: revision.body,
    previous: previous && { number: previous.number, revision: previous.body },
    changed: previous ? revisionChanges(previous.body, revision.body) : [],
  }
}

async function revisionLine(
  deps: Pick<Deps, 'people'>,
  bulletin: Bulletin,
  { revision, previous }: { revision: Revision; previous: Revision | null },
): Promise<RevisionLine> {
  const { number, body, createdAt, submittedAt } = revision
  const ids = [...new Set([revision.authorId, ...revision.editors])]
  const writers = await Promise.all(ids.map((id) => deps.people.find(id)))
  const names = writers.flatMap((one) => (one ? [one.displayName] : []))
  return {
    id: revision.id,
    number,
    title: body.title,
    writers: names.length > 0 ? names : [bulletin.authorName],
    createdAt,
    submittedAt,
    isLive: bulletin.liveRevisionNumber === number,
    isNewest: bulletin.revisionId === revision.id,
    changes: previous
      ? mergeParts(previous.body, body, previous.body).length
      : null,
  }
}

async function requireRead(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Bulletin> {
  const bulletin = await deps.bulletins.get(id)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.read', path)
  return bulletin
}

function saveLine(save: DraftSave): BulletinHistory['saves'][number] {
  const { body, ...line } = save
  return { ...line, title: body.title }
}
