import {
  getGroup,
  listGroups,
  previewGroup,
} from '../../rooms/screens/list-groups.js'
import {
  createGroup,
  removeGroup,
  saveGroup,
} from '../../rooms/screens/save-group.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listGroups>[0] & Parameters<typeof createGroup>[0]

export function groupRoutes(route: Route, deps: Deps): void {
  route('listGroups', ({ actor, query }) => listGroups(deps, actor, query))
  route('previewGroup', ({ actor, body }) =>
    previewGroup(deps, actor, body.members),
  )
  route('getGroup', ({ actor, params }) => getGroup(deps, actor, params.id))
  route('createGroup', async ({ actor, body }) => {
    const id = await createGroup(deps, actor, body)
    return getGroup(deps, actor, id)
  })
  route('saveGroup', async ({ actor, params: { id }, body }) => {
    await saveGroup(deps, actor, { id, group: body })
    return getGroup(deps, actor, id)
  })
  route('removeGroup', async ({ actor, params: { id }, body }) => {
    const { expectedVersion } = body
    await removeGroup(deps, actor, { id, expectedVersion })
    return listGroups(deps, actor, { q: '' })
  })
}
