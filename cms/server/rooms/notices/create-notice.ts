/** An urgent notice: sealed once, pushed at once, and kept for those away. */
import type { z } from 'zod'
import type { createNoticeSchema } from '../../../../shared/contract/api/notices.js'
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import type { InlineFile } from '../../../../shared/contract/screen-link.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { seal } from '../../../../shared/seal/seal.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { screensInReach } from '../bulletins/check-audience.js'
import { checkFields } from '../bulletins/check-revision.js'
import { issuerOf } from '../publishing/agency-words.js'
import type { KeptCatalogue } from '../publishing/kept-assets.js'
import type { SealDesk } from '../publishing/open-seal-desk.js'
import {
  renderFields,
  type KeptSlide,
  type RenderDeps,
} from '../publishing/render-fields.js'
import type { Announcer } from '../screens/announcer.port.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type {
  ProgrammeKeeper,
  TouchProgramme,
} from '../screens/programme.port.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { NoticeRepository } from './notice.repository.js'
import type { Afterwards } from './afterwards.port.js'
import { isGoodExpiry, noticeTitle, settleMs } from './notice.rules.js'

type CreateNotice = z.output<typeof createNoticeSchema>

type Deps = RenderDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  notices: Pick<NoticeRepository, 'saveSent'>
  keptCatalogue: () => KeptCatalogue
  sealDesk: SealDesk
  announcer: Pick<Announcer, 'pushNotice' | 'connected' | 'tellConsoles'>
  programme: ProgrammeKeeper
  afterwards: Afterwards
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    notices: Pick<NoticeRepository, 'insert'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/**
 * Seals a notice for the exact screens of its audience and pushes it to those
 * that are on. Returns its id. Throws template.not_found,
 * bulletin.fields_invalid, notice.no_screens, notice.bad_expiry,
 * area.not_found, media.not_found, store.full, auth.forbidden.
 */
export async function createNotice(
  deps: Deps,
  actor: Actor,
  asked: CreateNotice,
): Promise<string> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'notice.send', path)
  if (!isGoodExpiry(asked.expiresAt, deps.clock.now()))
    throw new AppError('notice.bad_expiry', { expiresAt: asked.expiresAt })
  // Written in one way, so that the database can compare instants as text.
  const expiresAt = new Date(asked.expiresAt).toISOString()
  const input = { ...asked, expiresAt }
  const reached = await screensInReach(
    deps,
    actor,
    input.audience,
    'notice.send',
  )
  if (reached.length === 0) throw new AppError('notice.no_screens', {})
  const screens = reached.map((screen) => screen.id)
  const { notice, slides } = await prepareNotice(deps, input, screens)
  const sealed = await seal('notice', notice, deps.sealDesk.signer)
  await deps.inTransaction(async (tx) => {
    await tx.notices.insert({
      notice,
      sealed,
      files: slides.flatMap((slide) => slide.files),
      ownerAreaId: input.ownerAreaId,
      issuedBy: actor.displayName,
      issuedById: actor.id,
      recalledAt: null,
      endedAt: null,
    })
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: notice.drill ? 'notice.drilled' : 'notice.sent',
      subject: { kind: 'notice', id: notice.id },
      areaId: input.ownerAreaId,
      details: {
        title: notice.title,
        level: notice.level,
        screens: screens.length,
        expiresAt: notice.expiresAt,
      },
    })
  })
  deps.announcer.pushNotice(screens, {
    sealed,
    files: slides.map(inlineOf),
    kit: kitOf(slides),
  })
  deps.afterwards(async () => {
    const at = isoNow(deps.clock)
    const connected = await deps.announcer.connected(screens)
    await deps.notices.saveSent(notice.id, [...connected], at)
    deps.announcer.tellConsoles('notices:changed', notice.id)
  })
  // Receipts have the way; who asks for a manifest meanwhile gets it sealed.
  deps.afterwards(() => deps.programme.refresh(screens), settleMs(screens))
  return notice.id
}

async function prepareNotice(
  deps: Deps,
  input: CreateNotice,
  screens: string[],
): Promise<{ notice: Notice; slides: KeptSlide[] }> {
  const kept = deps.keptCatalogue()
  const template = kept.catalogue.get(input.templateId)
  if (template.use !== 'notice')
    throw new AppError('template.not_found', { id: input.templateId })
  const now = isoNow(deps.clock)
  const tree = await loadAreaTree(deps)
  const issuer = issuerOf(tree, input.ownerAreaId)
  const fill = (fields: Record<string, unknown> | undefined) =>
    fields && fillIn(template, fields, { ...input, issuer, issuedAt: now })
  const { vi, en, jra, bdq } = input.fields
  const fields = { vi: fill(vi)!, en: fill(en), jra: fill(jra), bdq: fill(bdq) }
  checkFields(template, { fields })
  const slides = await renderFields(deps, kept, {
    templateId: template.id,
    fields,
    classes: ['1080'],
  })
  const notice: Notice = {
    kind: 'notice',
    protocol: PROTOCOL_VERSION,
    id: deps.newId(),
    version: 1,
    issuedAt: now,
    startsAt: now,
    expiresAt: input.expiresAt,
    level: input.level,
    drill: input.drill,
    title: noticeTitle(fields.vi, template.name.vi),
    issuer,
    screens,
    slides: slides.map(({ language, sha256, sizeBytes, slotSeconds }) => ({
      language,
      sha256,
      sizeBytes,
      slotSeconds,
    })),
  }
  return { notice, slides }
}

/**
 * What the order decides stands on the glass as it was decided: level, drill,
 * end and issuer are never what somebody typed into a field.
 */
function fillIn(
  template: TemplateView,
  fields: Record<string, unknown>,
  order: Pick<CreateNotice, 'level' | 'drill' | 'expiresAt'> & {
    issuer: string
    issuedAt: string
  },
): Record<string, unknown> {
  const known = (template.fields['properties'] ?? {}) as Record<string, unknown>
  const { level, drill, expiresAt, issuer, issuedAt } = order
  const decided = { level, drill, expiresAt, issuer, issuedAt }
  const asked = Object.entries(decided).filter(([name]) => name in known)
  return { ...fields, ...Object.fromEntries(asked) }
}

/** Style sheets, fonts and pictures of the slides, each once. */
function kitOf(slides: readonly KeptSlide[]): FileRef[] {
  const documents = new Set(slides.map(({ sha256 }) => sha256))
  const files = slides.flatMap((slide) => slide.files)
  return [...new Map(files.map((file) => [file.sha256, file])).values()].filter(
    ({ sha256 }) => !documents.has(sha256),
  )
}

function inlineOf(slide: KeptSlide): InlineFile {
  return {
    sha256: slide.sha256,
    mediaType: slide.files[0]?.mediaType ?? 'text/html',
    base64: Buffer.from(slide.html, 'utf8').toString('base64'),
  }
}
