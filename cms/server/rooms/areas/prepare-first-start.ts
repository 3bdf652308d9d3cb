import { SYSTEM_ACTOR } from '../accounts/actor.js'
import { createAccount } from '../accounts/create-account.js'
import type { PersonRepository } from '../accounts/person.repository.js'
import type { AreaRepository } from './area.repository.js'
import { createArea } from './create-area.js'

type Deps = Parameters<typeof createArea>[0] &
  Parameters<typeof createAccount>[0] & {
    people: Pick<PersonRepository, 'count'>
    areas: Pick<AreaRepository, 'findRoot'>
  }

/** Kept as the root's name until an administrator gives it its own. */
const FIRST_AREA = 'Đơn vị chủ quản'

/**
 * Gives an installation without people its first administrator, over the root
 * area, and returns the one-time password to be shown once; nothing works
 * before it is changed. Null when people exist.
 */
export async function prepareFirstStart(
  deps: Deps,
): Promise<{ userName: string; password: string } | null> {
  if ((await deps.people.count()) > 0) return null
  const root = await deps.areas.findRoot()
  const areaId =
    root?.id ??
    (await createArea(deps, SYSTEM_ACTOR, {
      parentId: null,
      kind: 'province',
      name: FIRST_AREA,
    }))
  const userName = 'quantri'
  const { oneTimePassword } = await createAccount(deps, SYSTEM_ACTOR, {
    userName,
    displayName: 'Quản trị',
    expiresInMs: null,
    grants: [{ role: 'administrator', areaId }],
  })
  return { userName, password: oneTimePassword ?? '' }
}
