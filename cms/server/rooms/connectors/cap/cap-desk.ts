/** What people do at the CAP connector: bring a file, trust, and list. */
import type { z } from 'zod'
import type {
  CapResult,
  capFeedInputSchema,
  capFeedListSchema,
  capRecordListSchema,
  capSenderListSchema,
  capSenderSchema,
} from '../../../../../shared/contract/api/cap.js'
import { AppError } from '../../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../../accounts/actor.js'
import { may, requireMay } from '../../accounts/permissions.rules.js'
import { areaPathOf } from '../../areas/area-path.js'
import type { AreaRepository } from '../../areas/area.repository.js'
import { loadAreaTree } from '../../screens/area-tree.js'
import type { CapRepository } from './cap.repository.js'
import { takeCap, type TakeCapDeps } from './take-cap.js'

/** Brings a message in by hand or by a program's token. */
export async function bringCap(
  deps: TakeCapDeps,
  actor: Actor,
  asked: { xml: string; ownerAreaId: string },
): Promise<CapResult> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'alert.bring', path)
  const via = actor.kind === 'token' ? 'push' : 'file'
  const taken = await takeCap(deps, { ...asked, via })
  await deps.inTransaction(({ recordAct }) =>
    recordAct(actor, {
      act: 'alert.brought',
      subject: { kind: 'area', id: asked.ownerAreaId },
      areaId: asked.ownerAreaId,
      details: { via, ...taken },
    }),
  )
  return taken
}

type ListDeps = {
  cap: Pick<CapRepository, 'listAlerts' | 'listSenders' | 'listFeeds'>
  areas: Pick<AreaRepository, 'list'>
  clock: Clock
}

/** Messages that came, newest first. Throws auth.forbidden. */
export async function listCapAlerts(
  deps: ListDeps,
  actor: Actor,
): Promise<z.output<typeof capRecordListSchema>> {
  requireMay(actor, 'alert.read')
  const alerts = await deps.cap.listAlerts()
  return { alerts: alerts.map(({ xml: _xml, ...record }) => record) }
}

/** Whom we trust, in this person's areas. Throws auth.forbidden. */
export async function listCapSenders(
  deps: ListDeps,
  actor: Actor,
): Promise<z.output<typeof capSenderListSchema>> {
  requireMay(actor, 'alert.read')
  const tree = await loadAreaTree(deps)
  const senders = await deps.cap.listSenders()
  return {
    senders: senders.filter(({ ownerAreaId }) =>
      may(actor, 'notice.read', tree.pathOf(ownerAreaId)),
    ),
  }
}

/** Whom we ask, in this person's areas. Throws auth.forbidden. */
export async function listCapFeeds(
  deps: ListDeps,
  actor: Actor,
): Promise<z.output<typeof capFeedListSchema>> {
  requireMay(actor, 'alert.read')
  const tree = await loadAreaTree(deps)
  const feeds = await deps.cap.listFeeds()
  return {
    feeds: feeds
      .filter(({ ownerAreaId }) =>
        may(actor, 'notice.read', tree.pathOf(ownerAreaId)),
      )
      .map(({ etag: _etag, ...feed }) => feed),
  }
}

type ChangeDeps = ListDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  newId: () => string
  inTransaction: InTransaction<{
    cap: Pick<
      CapRepository,
      'saveSender' | 'removeSender' | 'insertFeed' | 'removeFeed'
    >
    recordAct: RecordAct
  }>
}

/** Lets a sender speak straight to the glass. Grave: it is a hand on screens. */
export async function trustCapSender(
  deps: ChangeDeps,
  actor: Actor,
  asked: z.output<typeof capSenderSchema>,
): Promise<void> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'alert.trust', path)
  // A sender trusted elsewhere is not taken from there by the way.
  await requireOverTrusted(deps, actor, asked.sender)
  const trustedAt = isoNow(deps.clock)
  await deps.inTransaction(async (tx) => {
    const trustedBy = actor.displayName
    await tx.cap.saveSender({ ...asked, trustedAt, trustedBy })
    await tx.recordAct(actor, {
      act: 'alert.sender_trusted',
      subject: { kind: 'cap_sender', id: asked.sender.slice(0, 60) },
      areaId: asked.ownerAreaId,
      details: { sender: asked.sender },
    })
  })
}

/** Takes trust back at once. */
export async function distrustCapSender(
  deps: ChangeDeps,
  actor: Actor,
  sender: string,
): Promise<void> {
  const trusted = await requireOverTrusted(deps, actor, sender)
  if (!trusted) return
  await deps.inTransaction(async (tx) => {
    await tx.cap.removeSender(sender)
    await tx.recordAct(actor, {
      act: 'alert.sender_distrusted',
      subject: { kind: 'cap_sender', id: sender.slice(0, 60) },
      areaId: trusted.ownerAreaId,
      details: { sender },
    })
  })
}

async function requireOverTrusted(
  deps: ChangeDeps,
  actor: Actor,
  sender: string,
) {
  const senders = await deps.cap.listSenders()
  const known = senders.find((one) => one.sender === sender)
  if (!known) return null
  const path = await areaPathOf(deps, known.ownerAreaId)
  requireMay(actor, 'alert.trust', path)
  return known
}

/** Has an address asked every minute. */
export async function addCapFeed(
  deps: ChangeDeps,
  actor: Actor,
  asked: z.output<typeof capFeedInputSchema>,
): Promise<void> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'alert.trust', path)
  const id = deps.newId()
  const fresh = { etag: null, polledAt: null, trouble: null }
  await deps.inTransaction(async (tx) => {
    await tx.cap.insertFeed({ ...asked, ...fresh, id })
    await tx.recordAct(actor, {
      act: 'alert.feed_added',
      subject: { kind: 'cap_feed', id },
      areaId: asked.ownerAreaId,
      details: { name: asked.name, url: asked.url },
    })
  })
}

/** Throws cap.feed_not_found, auth.forbidden. */
export async function removeCapFeed(
  deps: ChangeDeps,
  actor: Actor,
  id: string,
): Promise<void> {
  const feed = (await deps.cap.listFeeds()).find((one) => one.id === id)
  if (!feed) throw new AppError('cap.feed_not_found', { id })
  const { ownerAreaId, name, url } = feed
  requireMay(actor, 'alert.trust', await areaPathOf(deps, ownerAreaId))
  await deps.inTransaction(async (tx) => {
    await tx.cap.removeFeed(id)
    await tx.recordAct(actor, {
      act: 'alert.feed_removed',
      subject: { kind: 'cap_feed', id },
      areaId: ownerAreaId,
      details: { name, url },
    })
  })
}
