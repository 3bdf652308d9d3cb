/** From what a person wrote to the pages that will stand on the glass. */
import type { z } from 'zod'
import type { createNoticeSchema } from '../../../../shared/contract/api/notices.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { checkFields } from '../bulletins/check-revision.js'
import { issuerOf } from '../publishing/agency-words.js'
import type { KeptCatalogue } from '../publishing/kept-assets.js'
import {
  renderFields,
  type KeptSlide,
  type RenderDeps,
} from '../publishing/render-fields.js'
import { loadAreaTree } from '../screens/area-tree.js'
import { isGoodExpiry, noticeTitle } from './notice.rules.js'

/** What is to be said: the API's body, without the screens it is for. */
export type NoticeWords = Pick<
  z.output<typeof createNoticeSchema>,
  'templateId' | 'fields' | 'level' | 'drill' | 'expiresAt' | 'ownerAreaId'
>

export type PreparedNotice = {
  title: string
  issuer: string
  issuedAt: string
  expiresAt: string
  slides: KeptSlide[]
}

export type PrepareDeps = RenderDeps & {
  areas: Pick<AreaRepository, 'list'>
  keptCatalogue: () => KeptCatalogue
  clock: Clock
}

/**
 * Renders a notice's pages and keeps them. Throws template.not_found,
 * bulletin.fields_invalid, notice.bad_expiry, media.not_found, store.full.
 */
export async function prepareNotice(
  deps: PrepareDeps,
  words: NoticeWords,
): Promise<PreparedNotice> {
  if (!isGoodExpiry(words.expiresAt, deps.clock.now()))
    throw new AppError('notice.bad_expiry', { expiresAt: words.expiresAt })
  const kept = deps.keptCatalogue()
  const template = kept.catalogue.get(words.templateId)
  if (template.use !== 'notice')
    throw new AppError('template.not_found', { id: words.templateId })
  // Written in one way, so that the database can compare instants as text.
  const expiresAt = new Date(words.expiresAt).toISOString()
  const issuedAt = isoNow(deps.clock)
  const issuer = issuerOf(await loadAreaTree(deps), words.ownerAreaId)
  const decided = { ...words, expiresAt, issuer, issuedAt }
  const fill = (fields: Record<string, unknown> | undefined) =>
    fields && fillIn(template, fields, decided)
  const { vi, en, jra, bdq } = words.fields
  const fields = { vi: fill(vi)!, en: fill(en), jra: fill(jra), bdq: fill(bdq) }
  checkFields(template, { fields })
  const slides = await renderFields(deps, kept, {
    templateId: template.id,
    fields,
    classes: ['1080'],
  })
  const title = noticeTitle(fields.vi, template.name.vi)
  return { title, issuer, issuedAt, expiresAt, slides }
}

/**
 * What the order decides stands on the glass as it was decided: level, drill,
 * end and issuer are never what somebody typed into a field.
 */
function fillIn(
  template: TemplateView,
  fields: Record<string, unknown>,
  order: Pick<NoticeWords, 'level' | 'drill' | 'expiresAt'> & {
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
