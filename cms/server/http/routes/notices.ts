import { createNotice } from '../../rooms/notices/create-notice.js'
import { getNotice, listNotices } from '../../rooms/notices/list-notices.js'
import { recallNotice } from '../../rooms/notices/recall-notice.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof createNotice>[0] &
  Parameters<typeof getNotice>[0] &
  Parameters<typeof recallNotice>[0]

export function noticeRoutes(route: Route, deps: Deps): void {
  route('listNotices', ({ actor }) => listNotices(deps, actor))
  route('createNotice', async ({ actor, body }) => {
    const id = await createNotice(deps, actor, body)
    return getNotice(deps, actor, id)
  })
  route('getNotice', ({ actor, params }) => getNotice(deps, actor, params.id))
  route('recallNotice', async ({ actor, params }) => {
    await recallNotice(deps, actor, params.id)
    return getNotice(deps, actor, params.id)
  })
}
