/** The one way a notice leaves the house: sealed, kept, pushed, followed. */
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import type {
  InlineFile,
  NoticePush,
} from '../../../../shared/contract/screen-link.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { seal } from '../../../../shared/seal/seal.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, ActLine, RecordAct } from '../accounts/actor.js'
import type { SealDesk } from '../publishing/open-seal-desk.js'
import type { Announcer } from '../screens/announcer.port.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import type { Afterwards } from './afterwards.port.js'
import type { NoticeOrderRepository } from './notice-order.repository.js'
import type { KeptNotice, NoticeRepository } from './notice.repository.js'
import { settleMs } from './notice.rules.js'

/** A page of a notice: its bytes go with the push, its files are named. */
export type NoticePage = {
  sha256: string
  html: string
  /** The document itself first, then everything it refers to. */
  files: readonly FileRef[]
}

export type SendDeps = {
  notices: Pick<NoticeRepository, 'saveSent'>
  announcer: Pick<Announcer, 'pushNotice' | 'connected' | 'tellConsoles'>
  programme: ProgrammeKeeper
  afterwards: Afterwards
  sealDesk: SealDesk
  clock: Clock
  inTransaction: InTransaction<{
    notices: Pick<NoticeRepository, 'insert' | 'saveVersion'>
    noticeOrders: Pick<
      NoticeOrderRepository,
      'insert' | 'saveSent' | 'saveCancelled'
    >
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

export type Sending = {
  notice: Notice
  pages: readonly NoticePage[]
  ownerAreaId: string
  source: string | null
  words: KeptNotice['words']
  act: ActLine['act']
  details?: Record<string, unknown>
  /** The order this carries out, if it waited for somebody. */
  orderId?: string
}

/**
 * Seals a notice, keeps it with its act in one transaction and pushes it to
 * those screens that are on; the others find it in their manifests. Throws
 * notice.ended when a correction comes after an end or another correction.
 */
export async function sendNotice(
  deps: SendDeps,
  actor: Actor,
  sending: Sending,
): Promise<void> {
  const { notice, pages } = sending
  const sealed = await seal('notice', notice, deps.sealDesk.signer)
  const kept: KeptNotice = {
    notice,
    sealed,
    files: filesOf(pages),
    ownerAreaId: sending.ownerAreaId,
    issuedBy: actor.displayName,
    issuedById: actor.id,
    source: sending.source,
    words: sending.words,
    recalledAt: null,
    endedAt: null,
  }
  await deps.inTransaction(async (tx) => {
    if (notice.version === 1) await tx.notices.insert(kept)
    else if (!(await tx.notices.saveVersion(kept)))
      throw new AppError('notice.ended', { id: notice.id })
    if (sending.orderId !== undefined) {
      const decision = { at: notice.issuedAt, by: actor.displayName }
      const first = await tx.noticeOrders.saveSent(
        sending.orderId,
        notice.id,
        decision,
      )
      if (!first) throw new AppError('notice.order_decided', {})
    }
    await tx.touchProgramme()
    await tx.recordAct(actor, actOf(sending))
  })
  deps.announcer.pushNotice(notice.screens, pushOf(sealed, pages))
  follow(deps, notice)
}

/** What travels: the sealed word, its pages, and the names of their files. */
export function pushOf(
  sealed: string,
  pages: readonly NoticePage[],
): NoticePush {
  const documents = new Set(pages.map(({ sha256 }) => sha256))
  const kit = filesOf(pages).filter(({ sha256 }) => !documents.has(sha256))
  return { sealed, files: pages.map(inlineOf), kit }
}

/** Writes down who was there to hear it, and brings manifests into step. */
function follow(deps: SendDeps, { id, screens }: Notice): void {
  deps.afterwards(async () => {
    const at = isoNow(deps.clock)
    const connected = await deps.announcer.connected(screens)
    await deps.notices.saveSent(id, [...connected], at)
    deps.announcer.tellConsoles('notices:changed', id)
  })
  // Receipts have the way; who asks for a manifest meanwhile gets it sealed.
  deps.afterwards(() => deps.programme.refresh(screens), settleMs(screens))
}

function actOf(sending: Sending): ActLine {
  const { notice, ownerAreaId } = sending
  return {
    act: sending.act,
    subject: { kind: 'notice', id: notice.id },
    areaId: ownerAreaId,
    details: {
      title: notice.title,
      version: notice.version,
      level: notice.level,
      drill: notice.drill,
      screens: notice.screens.length,
      expiresAt: notice.expiresAt,
      ...(sending.source === null ? {} : { source: sending.source }),
      ...sending.details,
    },
  }
}

function filesOf(pages: readonly NoticePage[]): FileRef[] {
  const files = pages.flatMap((page) => page.files)
  return [...new Map(files.map((file) => [file.sha256, file])).values()]
}

function inlineOf(page: NoticePage): InlineFile {
  return {
    sha256: page.sha256,
    mediaType: page.files[0]?.mediaType ?? 'text/html',
    base64: Buffer.from(page.html, 'utf8').toString('base64'),
  }
}
