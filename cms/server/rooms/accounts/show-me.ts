import type { MeView } from '../../../../shared/contract/api/accounts.js'
import type { Actor } from './actor.js'

type Deps = {
  /** Names of areas by id; ids that are unknown are left out. */
  areaNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** The signed-in person as the console shows them. */
export async function showMe(deps: Deps, actor: Actor): Promise<MeView> {
  const names = await deps.areaNames(actor.grants.map((grant) => grant.areaId))
  return {
    id: actor.id,
    userName: actor.userName,
    displayName: actor.displayName,
    post: actor.post,
    grants: actor.grants.flatMap((grant) => {
      const areaName = names.get(grant.areaId)
      return areaName === undefined ? [] : [{ ...grant, areaName }]
    }),
  }
}
