/**
 * The way of a notice where two people send: one writes, another confirms. A
 * notice from another system waits here too, until a person has read it.
 */
import type { NoticeOrderView } from '../../../../shared/contract/api/notice-orders.js'
import type { CreateNoticeAsked } from '../../../../shared/contract/api/notices.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { may, requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import { loadAreaTree, type AreaTree } from '../screens/area-tree.js'
import {
  screensFor,
  sendAsked,
  type CreateNoticeDeps,
} from './create-notice.js'
import type {
  NoticeOrder,
  NoticeOrderRepository,
} from './notice-order.repository.js'
import { prepareNotice } from './prepare-notice.js'

export type OrderDeps = CreateNoticeDeps & {
  noticeOrders: Pick<NoticeOrderRepository, 'get' | 'listOpen'>
}

/** Those of this person's areas, newest first. */
export async function listNoticeOrders(
  deps: OrderDeps,
  actor: Actor,
): Promise<{ orders: NoticeOrderView[] }> {
  const tree = await loadAreaTree(deps)
  const open = (await deps.noticeOrders.listOpen()).filter((order) =>
    may(actor, 'notice.read', tree.pathOf(order.ownerAreaId)),
  )
  return { orders: open.map((order) => viewOf(order, actor, tree)) }
}

/**
 * Writes a notice down for a second person. It is rendered once, so that what
 * cannot be sent is refused to the one who can mend it.
 */
export async function createNoticeOrder(
  deps: OrderDeps,
  actor: Actor,
  asked: CreateNoticeAsked,
): Promise<NoticeOrderView> {
  requireMay(actor, 'notice.send', await areaPathOf(deps, asked.ownerAreaId))
  await screensFor(deps, actor, asked)
  const { title } = await prepareNotice(deps, asked)
  const order = await keepOrder(deps, actor, {
    state: 'waiting',
    asked,
    title,
    source: null,
  })
  return viewOf(order, actor, await loadAreaTree(deps))
}

/** Keeps an order with its act. */
export async function keepOrder(
  deps: OrderDeps,
  actor: Actor,
  made: Pick<NoticeOrder, 'state' | 'asked' | 'title' | 'source'>,
): Promise<NoticeOrder> {
  const order: NoticeOrder = {
    ...made,
    id: deps.newId(),
    ownerAreaId: made.asked.ownerAreaId,
    noticeId: null,
    createdAt: isoNow(deps.clock),
    createdBy: actor.displayName,
    createdById: actor.id,
    decidedAt: null,
    decidedBy: null,
  }
  await deps.inTransaction(async (tx) => {
    await tx.noticeOrders.insert(order)
    await tx.recordAct(actor, {
      act: 'notice.written',
      subject: { kind: 'notice_order', id: order.id },
      areaId: order.ownerAreaId,
      details: { title: order.title, state: order.state, source: order.source },
    })
  })
  deps.announcer.tellConsoles('notices:changed', order.id)
  return order
}

/**
 * Sends what somebody else has written. Returns the notice's id. Throws
 * notice.own_order, notice.order_decided, and what sending throws.
 */
export async function confirmNoticeOrder(
  deps: OrderDeps,
  actor: Actor,
  id: string,
): Promise<string> {
  const order = await deps.noticeOrders.get(id)
  const path = await areaPathOf(deps, order.ownerAreaId)
  requireMay(actor, 'notice.confirm', path)
  if (order.createdById === actor.id) throw new AppError('notice.own_order', {})
  requireOpen(order)
  return sendAsked(deps, actor, {
    asked: order.asked,
    source: order.source,
    orderId: order.id,
    details: { writtenBy: order.createdBy, order: order.id },
  })
}

/** Puts it aside: its writer may, and whoever could have confirmed it. */
export async function cancelNoticeOrder(
  deps: OrderDeps,
  actor: Actor,
  id: string,
): Promise<NoticeOrderView> {
  const order = await deps.noticeOrders.get(id)
  requireMay(actor, 'notice.send', await areaPathOf(deps, order.ownerAreaId))
  requireOpen(order)
  const decision = { at: isoNow(deps.clock), by: actor.displayName }
  await deps.inTransaction(async (tx) => {
    if (!(await tx.noticeOrders.saveCancelled(id, decision)))
      throw new AppError('notice.order_decided', {})
    await tx.recordAct(actor, {
      act: 'notice.put_aside',
      subject: { kind: 'notice_order', id },
      areaId: order.ownerAreaId,
      details: { title: order.title, writtenBy: order.createdBy },
    })
  })
  deps.announcer.tellConsoles('notices:changed', id)
  const cancelled: NoticeOrder = {
    ...order,
    state: 'cancelled',
    decidedAt: decision.at,
    decidedBy: decision.by,
  }
  return viewOf(cancelled, actor, await loadAreaTree(deps))
}

function requireOpen(order: NoticeOrder): void {
  if (order.state !== 'draft' && order.state !== 'waiting')
    throw new AppError('notice.order_decided', {})
}

function viewOf(
  order: NoticeOrder,
  actor: Actor,
  tree: AreaTree,
): NoticeOrderView {
  const { asked, createdById, ...rest } = order
  return {
    ...rest,
    asked,
    level: asked.level,
    drill: asked.drill,
    ownerAreaName: tree.nameOf(order.ownerAreaId),
    mine: createdById === actor.id,
  }
}
