/**
 * A warning of another system comes in. Whoever sends it, it is a draft that a
 * duty officer reads; only a sender an administrator trusts speaks straight to
 * the glass, on screens of the area it is trusted for, and never cut short.
 */
import type { CapResult } from '../../../../../shared/contract/api/cap.js'
import { AppError } from '../../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../../shared/kernel/clock.js'
import { en } from '../../../../../shared/text/copy/en.js'
import { vi } from '../../../../../shared/text/copy/vi.js'
import { SYSTEM_ACTOR, type Actor } from '../../accounts/actor.js'
import type { AreaRepository } from '../../areas/area.repository.js'
import { sendAsked } from '../../notices/create-notice.js'
import { correctNotice } from '../../notices/correct-notice.js'
import {
  cancelNoticeOrder,
  keepOrder,
  type OrderDeps,
} from '../../notices/notice-orders.js'
import type { NoticeRepository } from '../../notices/notice.repository.js'
import { noticeState, noticeTitle } from '../../notices/notice.rules.js'
import { recallNotice } from '../../notices/recall-notice.js'
import { loadAreaTree } from '../../screens/area-tree.js'
import type { ScreenRepository } from '../../screens/screen.repository.js'
import { capKey, type CapAlert } from './cap-alert.js'
import { audienceOfCap } from './cap-audience.rules.js'
import { wordsOfCap, type CapWords } from './cap-notice.rules.js'
import type { CapRecord, CapRepository } from './cap.repository.js'
import { readCap } from './read-cap.js'

export type TakeCapDeps = OrderDeps &
  Parameters<typeof correctNotice>[0] &
  Parameters<typeof recallNotice>[0] & {
    cap: CapRepository
    notices: Pick<NoticeRepository, 'get' | 'saveSent'>
    areas: Pick<AreaRepository, 'find' | 'list'>
    screens: Pick<ScreenRepository, 'listPlaced' | 'listOnMap'>
  }

export type IncomingCap = {
  xml: string
  via: string
  /** The area for which it was brought; a trusted sender has its own. */
  ownerAreaId: string
}

type Became = Pick<CapRecord, 'outcome' | 'reason' | 'orderId' | 'noticeId'>

type Case = {
  alert: CapAlert
  ownerAreaId: string
  trusted: boolean
  actor: Actor
  /** What became of the messages it refers to. */
  earlier: CapRecord[]
}

/**
 * Takes one message, once: the same again changes nothing and answers what
 * became of it the first time. Throws cap.malformed.
 */
export async function takeCap(
  deps: TakeCapDeps,
  incoming: IncomingCap,
): Promise<CapResult> {
  const alert = readCap(incoming.xml)
  const key = capKey(alert)
  const isFirst = await deps.cap.insertAlert({
    key,
    sender: alert.sender,
    via: incoming.via,
    receivedAt: isoNow(deps.clock),
    // Stays so, and a person sees it, should we be stopped half-way.
    outcome: 'needs_person',
    reason: 'interrupted',
    orderId: null,
    noticeId: null,
    xml: incoming.xml,
  })
  if (!isFirst) {
    const known = await deps.cap.findAlert(key)
    return { ...resultOf(key, known ?? ignored('unknown')), duplicate: true }
  }
  const became = await decide(deps, await caseOf(deps, alert, incoming))
  await deps.cap.saveOutcome(key, became)
  return { ...resultOf(key, became), duplicate: false }
}

async function caseOf(
  deps: TakeCapDeps,
  alert: CapAlert,
  incoming: IncomingCap,
): Promise<Case> {
  const senders = await deps.cap.listSenders()
  const trust = senders.find(({ sender }) => sender === alert.sender)
  const found = await Promise.all(
    alert.references
      // 3.2.1: only its own sender may update or cancel a message.
      .filter(({ sender }) => sender === alert.sender)
      .map((reference) => deps.cap.findAlert(capKey(reference))),
  )
  return {
    alert,
    ownerAreaId: trust?.ownerAreaId ?? incoming.ownerAreaId,
    trusted: trust !== undefined,
    actor: senderActor(alert),
    earlier: found.filter((one) => one !== null),
  }
}

async function decide(deps: TakeCapDeps, one: Case): Promise<Became> {
  const { status, scope, msgType } = one.alert
  if (scope !== 'Public') return ignored(`scope ${scope}`)
  if (status !== 'Actual' && status !== 'Exercise')
    return ignored(`status ${status}`)
  if (msgType === 'Ack' || msgType === 'Error')
    return ignored(`msgType ${msgType}`)
  try {
    if (msgType === 'Cancel') return await cancel(deps, one)
    return await warn(deps, one)
  } catch (error) {
    // What our own rules refuse is told, not lost: a person can act on it.
    if (!(error instanceof AppError)) throw error
    return { ...ignored(error.code), outcome: 'needs_person' }
  }
}

async function warn(deps: TakeCapDeps, one: Case): Promise<Became> {
  const { alert, trusted, ownerAreaId, earlier } = one
  const now = deps.clock.now()
  const copy = { vi: vi.cap, en: en.cap }
  const said = wordsOfCap(alert, copy, now)
  if (!said) return ignored('no info in force')
  const { audience, unknown } = await audienceFor(deps, one)
  const { words, isWhole } = said
  const straight = trusted && isWhole && unknown.length === 0
  if (straight && alert.msgType === 'Update') {
    const live = await liveOf(deps, earlier)
    if (live) return correct(deps, one, { words, noticeId: live })
  }
  await putAsideDrafts(deps, one)
  const asked = { ...words, ownerAreaId, audience }
  const source = `cap:${capKey(alert)}`
  if (straight) {
    const order = { asked, source, details: { sender: alert.sender } }
    const noticeId = await sendAsked(deps, one.actor, order)
    return { outcome: 'sent', reason: null, orderId: null, noticeId }
  }
  const title = noticeTitle(words.fields.vi, alert.identifier)
  const draft = { state: 'draft', asked, title, source } as const
  const { id } = await keepOrder(deps, one.actor, draft)
  const reason = unknown.length > 0 ? `unknown: ${unknown.join('; ')}` : null
  return { outcome: 'draft', reason, orderId: id, noticeId: null }
}

async function correct(
  deps: TakeCapDeps,
  one: Case,
  by: { words: CapWords; noticeId: string },
): Promise<Became> {
  const { notice } = await deps.notices.get(by.noticeId)
  await correctNotice(deps, one.actor, {
    ...by.words,
    id: by.noticeId,
    expectedVersion: notice.version,
  })
  const { noticeId } = by
  return { outcome: 'corrected', reason: null, orderId: null, noticeId }
}

async function cancel(deps: TakeCapDeps, one: Case): Promise<Became> {
  const orderId = await putAsideDrafts(deps, one)
  const live = await liveOf(deps, one.earlier)
  if (!live) {
    const reason = orderId === null ? 'nothing to cancel' : null
    return { ...ignored(reason), orderId }
  }
  const became = { reason: null, orderId, noticeId: live }
  if (!one.trusted) return { ...became, outcome: 'needs_person' }
  await recallNotice(deps, one.actor, live)
  return { ...became, outcome: 'recalled' }
}

/** Drafts of earlier messages that nobody has sent; the last one's id. */
async function putAsideDrafts(
  deps: TakeCapDeps,
  { earlier, actor }: Case,
): Promise<string | null> {
  let last: string | null = null
  for (const { orderId } of earlier) {
    if (orderId === null) continue
    const { state } = await deps.noticeOrders.get(orderId)
    if (state !== 'draft' && state !== 'waiting') continue
    await cancelNoticeOrder(deps, actor, orderId)
    last = orderId
  }
  return last
}

/** The notice on the glass that an earlier message brought, sent or confirmed. */
async function liveOf(
  deps: TakeCapDeps,
  earlier: readonly CapRecord[],
): Promise<string | null> {
  const now = deps.clock.now()
  for (const { noticeId, orderId } of earlier) {
    const id =
      noticeId ?? (orderId && (await deps.noticeOrders.get(orderId)).noticeId)
    if (!id) continue
    const { notice, recalledAt } = await deps.notices.get(id)
    const { expiresAt } = notice
    if (noticeState({ recalledAt, expiresAt }, now) === 'in_force') return id
  }
  return null
}

/** The audience within the area this is for; all of it when nothing fits. */
async function audienceFor(deps: TakeCapDeps, one: Case) {
  const { ownerAreaId } = one
  const tree = await loadAreaTree(deps)
  const isBelow = (areaId: string) => tree.pathOf(areaId).includes(ownerAreaId)
  const day = isoNow(deps.clock).slice(0, 10)
  const areas = (await deps.areas.list(day)).filter(({ id }) => isBelow(id))
  const onMap = await deps.screens.listOnMap()
  const screens = onMap.filter(({ areaId }) => isBelow(areaId))
  const found = audienceOfCap(one.alert, { areas, screens })
  const { areaIds, screenIds } = found.audience
  if (areaIds.length + screenIds.length > 0) return found
  const whole = { areaIds: [ownerAreaId], screenIds: [] }
  return { audience: whole, unknown: found.unknown }
}

/** Speaks in the record as the sender itself, with no person behind it. */
function senderActor(alert: CapAlert): Actor {
  return {
    ...SYSTEM_ACTOR,
    id: `cap:${alert.sender}`.slice(0, 60),
    displayName: alert.infos[0]?.senderName ?? alert.sender,
  }
}

function ignored(reason: string | null): Became {
  return { outcome: 'ignored', reason, orderId: null, noticeId: null }
}

function resultOf(key: string, became: Became): Omit<CapResult, 'duplicate'> {
  const { outcome, reason, orderId, noticeId } = became
  return { key, outcome, reason, orderId, noticeId }
}
