import { setImmediate } from 'node:timers/promises'
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type {
  Language,
  ResolutionClass,
} from '../../../../shared/contract/primitives.js'
import {
  renderSlide,
  type RenderedSlide,
} from '../../../../templates/engine/render-slide.js'
import type { FileRepository } from '../media/file.repository.js'
import { keepFile } from '../media/keep-file.js'
import type { MediaRepository } from '../media/media.repository.js'
import type { KeepDeps, KeptCatalogue } from './kept-assets.js'
import { mediaResolver } from './resolve-media.js'
import {
  measureDocument,
  slotsOf,
  type MeasureDeps,
  type Slots,
} from './measure-document.js'

export type RenderDeps = KeepDeps & {
  files: Pick<FileRepository, 'find' | 'save'>
  media: Pick<MediaRepository, 'find' | 'findPage'>
}

export type KeptSlide = {
  language: Language
  resolutionClass: ResolutionClass
  sha256: string
  sizeBytes: number
  slotSeconds: number
  /** What each kind of glass gives it; empty where nothing was measured. */
  slots: Slots
  html: string
  /** The document itself first, then everything it refers to. */
  files: FileRef[]
}

export type FieldsByLanguage = Partial<
  Record<Language, Record<string, unknown> | undefined>
>

/**
 * Renders one document per language and class and keeps it with all it needs.
 * Throws bulletin.fields_invalid, media.not_found, template.not_found,
 * store.full.
 */
export async function renderFields(
  deps: RenderDeps,
  kept: KeptCatalogue,
  order: {
    templateId: string
    fields: FieldsByLanguage
    classes: readonly ResolutionClass[]
    /** Measures them too: for what loops, not for what is urgent. */
    measure?: MeasureDeps
  },
): Promise<KeptSlide[]> {
  const slides: KeptSlide[] = []
  const resolveMedia = mediaResolver(deps)
  for (const [language, fields] of Object.entries(order.fields)) {
    if (!fields) continue
    for (const resolutionClass of order.classes) {
      const rendered = await renderSlide(kept.catalogue, {
        templateId: order.templateId,
        fields,
        language: language as Language,
        resolutionClass,
        resolveMedia,
      })
      const spoken = language as Language
      const { frame } = kept.catalogue.get(order.templateId)
      const measured = order.measure
        ? await measureDocument(order.measure, {
            html: rendered.html,
            frame,
            language: spoken,
          })
        : null
      slides.push({
        language: spoken,
        resolutionClass,
        ...(await keepRendered(deps, kept, rendered)),
        slots: measured ? slotsOf(rendered.load, measured) : {},
      })
      // Drawing a chart takes a while; others wait for an answer meanwhile.
      await setImmediate()
    }
  }
  return slides
}

async function keepRendered(
  deps: RenderDeps,
  kept: KeptCatalogue,
  rendered: RenderedSlide,
) {
  const page = await keepFile(deps, {
    bytes: new TextEncoder().encode(rendered.html),
    mediaType: 'text/html; charset=utf-8',
  })
  const files = [page]
  for (const sha256 of rendered.assets) {
    const file = kept.files.get(sha256) ?? (await deps.files.find(sha256))
    if (!file) throw new Error(`a slide refers to an unknown file ${sha256}`)
    files.push(file)
  }
  const { sha256, sizeBytes } = page
  const { html, slotSeconds } = rendered
  return { sha256, sizeBytes, slotSeconds, html, files }
}
