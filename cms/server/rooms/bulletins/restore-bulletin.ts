import type { Restore } from '../../../../shared/contract/api/bulletin-history.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinRepository } from './bulletin.repository.js'
import type { DraftSaveRepository } from './draft-save.repository.js'
import type { RevisionRepository } from './revision.repository.js'
import { saveDraft, type SaveDeps } from './save-draft.js'

type Deps = SaveDeps & {
  areas: Pick<AreaRepository, 'find'>
  bulletins: Pick<BulletinRepository, 'get'>
  draftSaves: Pick<DraftSaveRepository, 'find'>
  revisions: Pick<RevisionRepository, 'findByNumber'>
}

/**
 * Makes an old revision, or what somebody had written once, the draft again,
 * over exactly the version that was seen. Nothing of the old goes: what was
 * there is in the history too. Throws what `saveDraft` throws.
 */
export async function restoreBulletin(
  deps: Deps,
  actor: Actor,
  input: { id: string; from: Restore['from']; expectedVersion: number },
): Promise<void> {
  const { id, from, expectedVersion } = input
  const bulletin = await deps.bulletins.get(id)
  requireMay(
    actor,
    'bulletin.write',
    await areaPathOf(deps, bulletin.ownerAreaId),
  )
  const old =
    'saveId' in from
      ? await deps.draftSaves.find(id, from.saveId)
      : await deps.revisions.findByNumber(id, from.revisionNumber)
  if (!old) throw new AppError('bulletin.not_found', { id })
  await saveDraft(deps, actor, {
    id,
    draft: { ...old.body, expectedVersion },
    restoredFrom: 'number' in old ? old.number : old.revisionNumber,
  })
}
