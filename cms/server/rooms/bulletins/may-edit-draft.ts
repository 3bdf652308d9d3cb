import type { Actor } from '../accounts/actor.js'
import { may } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinRepository } from './bulletin.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  bulletins: Pick<BulletinRepository, 'find'>
}

/** Whether the person may write in this bulletin; false when it is unknown. */
export async function mayEditDraft(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<boolean> {
  const bulletin = await deps.bulletins.find(id)
  if (!bulletin) return false
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  return may(actor, 'bulletin.write', path)
}
