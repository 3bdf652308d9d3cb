import type {
  Language,
  ResolutionClass,
} from '../../shared/contract/primitives.js'
import { AppError } from '../../shared/kernel/app-error.js'
import {
  countSyllables,
  slotSecondsFor,
  type ReadingLoad,
} from '../../shared/text/reading-time.js'
import { slideOf, type Catalogue, type ShownMedia } from './catalogue.js'
import { documentAssets } from './document-assets.js'
import { normaliseFields } from './normalise-fields.js'
import { picturesIn, prepareFields } from './prepare-fields.js'
import { renderDocument } from './render-document.js'
import { slideText } from './slide-text.js'
import { validateFields } from './validate-fields.js'

/**
 * Finds what to show of a picture (`<id>`), a page of a document
 * (`<id>#<page>`) or a video; null when there is none.
 */
export type ResolveMedia = (
  mediaId: string,
  resolutionClass: ResolutionClass,
  /** `small`: every field that names it shows it small (`x-form`). */
  asked: { small: boolean; language: Language },
) => Promise<ShownMedia | null>

export type RenderedSlide = {
  html: string
  /** Hashes of every file the slide needs, pictures included. */
  assets: string[]
  /** Its words, for search and for the reading time. */
  text: string
  syllables: number
  /** What it asks of a reader, for the time of its slot. */
  load: ReadingLoad
  slotSeconds: number
}

/**
 * Renders one language of one bulletin. Same fields, same bytes.
 *
 * @throws AppError template.not_found; bulletin.fields_invalid with `problems`;
 *   media.not_found with `id`
 */
export async function renderSlide(
  catalogue: Catalogue,
  order: {
    templateId: string
    fields: Readonly<Record<string, unknown>>
    language: Language
    resolutionClass: ResolutionClass
    resolveMedia: ResolveMedia
  },
): Promise<RenderedSlide> {
  const template = catalogue.get(order.templateId)
  const fields = normaliseFields(order.fields)
  const problems = validateFields(template, fields, order.language)
  if (problems.length > 0) {
    throw new AppError('bulletin.fields_invalid', { problems })
  }
  const pictures = new Map<string, ShownMedia>()
  const { language, resolutionClass } = order
  for (const { id, small } of picturesIn(template.fields, fields)) {
    const asked = { small, language }
    const found = await order.resolveMedia(id, resolutionClass, asked)
    if (!found) throw new AppError('media.not_found', { id })
    pictures.set(id, found)
  }
  const html = renderDocument(slideOf(catalogue, order.templateId), {
    fields: prepareFields(template.fields, fields),
    language: order.language,
    title: order.language === 'en' ? template.name.en : template.name.vi,
    pictures,
  })
  const text = slideText(html)
  const syllables = countSyllables(text)
  const filmSeconds = Math.max(
    0,
    ...[...pictures.values()].map((one) => one.video?.durationSeconds ?? 0),
  )
  const load = {
    syllables,
    characters: text.length,
    hasQr: html.includes('data-qr'),
    ...(filmSeconds > 0 && { filmSeconds }),
  }
  return {
    html,
    assets: documentAssets(catalogue, html),
    text,
    syllables,
    load,
    slotSeconds: slotSecondsFor(load),
  }
}
