import { correctNotice } from '../../rooms/notices/correct-notice.js'
import { createHold } from '../../rooms/notices/create-hold.js'
import { createNotice } from '../../rooms/notices/create-notice.js'
import { getNotice, listNotices } from '../../rooms/notices/list-notices.js'
import {
  cancelNoticeOrder,
  confirmNoticeOrder,
  createNoticeOrder,
  listNoticeOrders,
} from '../../rooms/notices/notice-orders.js'
import {
  getNoticePolicy,
  saveNoticePolicy,
} from '../../rooms/notices/notice-policy.js'
import { noticeReach } from '../../rooms/notices/notice-reach.js'
import { pushAgain } from '../../rooms/notices/push-again.js'
import { recallNotice } from '../../rooms/notices/recall-notice.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof createNotice>[0] &
  Parameters<typeof correctNotice>[0] &
  Parameters<typeof createHold>[0] &
  Parameters<typeof getNotice>[0] &
  Parameters<typeof noticeReach>[0] &
  Parameters<typeof pushAgain>[0] &
  Parameters<typeof recallNotice>[0] &
  Parameters<typeof confirmNoticeOrder>[0] &
  Parameters<typeof saveNoticePolicy>[0]

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
  route('correctNotice', async ({ actor, params, body }) => {
    await correctNotice(deps, actor, { ...body, id: params.id })
    return getNotice(deps, actor, params.id)
  })
  route('pushNoticeAgain', async ({ actor, params }) => {
    await pushAgain(deps, actor, params.id)
    return getNotice(deps, actor, params.id)
  })
  route('noticeReach', ({ actor, body }) => noticeReach(deps, actor, body))
  route('createHold', async ({ actor, body }) => {
    const id = await createHold(deps, actor, body)
    return getNotice(deps, actor, id)
  })
  orderRoutes(route, deps)
}

function orderRoutes(route: Route, deps: Deps): void {
  route('listNoticeOrders', ({ actor }) => listNoticeOrders(deps, actor))
  route('createNoticeOrder', ({ actor, body }) =>
    createNoticeOrder(deps, actor, body),
  )
  route('confirmNoticeOrder', async ({ actor, params }) => {
    const id = await confirmNoticeOrder(deps, actor, params.id)
    return getNotice(deps, actor, id)
  })
  route('cancelNoticeOrder', ({ actor, params }) =>
    cancelNoticeOrder(deps, actor, params.id),
  )
  route('getNoticePolicy', ({ actor, params }) =>
    getNoticePolicy(deps, actor, params.areaId),
  )
  route('saveNoticePolicy', ({ actor, params, body }) =>
    saveNoticePolicy(deps, actor, { areaId: params.areaId, rule: body.rule }),
  )
}
