/** Looking back on a bulletin: its steps, and what was written when. */
import type { BulletinHistory } from '../../../../shared/contract/api/bulletin-history.js'
import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinStepRepository } from './bulletin-step.repository.js'
import type { BulletinRepository } from './bulletin.repository.js'
import type { DraftSave, DraftSaveRepository } from './draft-save.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  bulletins: Pick<BulletinRepository, 'get'>
  bulletinSteps: Pick<BulletinStepRepository, 'list'>
  draftSaves: Pick<DraftSaveRepository, 'list' | 'find'>
}

const STEPS = 200

/** Newest first. Throws bulletin.not_found, auth.forbidden. */
export async function bulletinHistory(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<BulletinHistory> {
  await requireRead(deps, actor, id)
  const saves = await deps.draftSaves.list(id)
  return {
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

async function requireRead(deps: Deps, actor: Actor, id: string) {
  const bulletin = await deps.bulletins.get(id)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.read', path)
}

function saveLine(save: DraftSave): BulletinHistory['saves'][number] {
  const { body, ...line } = save
  return { ...line, title: body.title }
}
