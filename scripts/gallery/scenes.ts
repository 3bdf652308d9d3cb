/** Samples of the templates as scenes of the gauge. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../shared/contract/primitives.js'
import { silentLog } from '../../shared/kernel/log.js'
import type { Catalogue } from '../../templates/engine/catalogue.js'
import { loadCatalogue } from '../../templates/engine/load-catalogue.js'
import { renderFurniture } from '../../templates/engine/render-furniture.js'
import { renderSlide } from '../../templates/engine/render-slide.js'
import type { Scene } from '../../templates/gauge/gauge-page.js'
import type { ReadGaugeFile } from '../../templates/gauge/open-gauge.js'
import { oddPictures } from './odd-pictures.js'

export const HOUSE = join(import.meta.dirname, '..', '..', 'templates')
/** Wednesday before the election of the samples, 10:24 here. */
const NOW = Date.parse('2026-03-11T03:24:00Z')

export type PartScene = Omit<Scene, 'orientation' | 'textStep'>

export type Slides = {
  catalogue: Catalogue
  readFile: ReadGaugeFile
  /** One slide with its furniture around it. */
  scene(order: {
    templateId: string
    fields: Record<string, unknown>
    language: Language
    now?: number
  }): Promise<PartScene>
  holding(language: Language): PartScene
}

/** The templates of the house, and further folders, ready to be pictured. */
export async function openSlides(
  folders: readonly string[] = [],
): Promise<Slides> {
  const catalogue = await loadCatalogue({
    folders: [HOUSE, ...folders],
    log: silentLog,
  })
  const pictures = await oddPictures()
  const files = new Map(
    [...catalogue.assets, ...pictures.files].map((one) => [one.sha256, one]),
  )
  const live = (language: Language, now = NOW) => ({
    now,
    timeZone: 'Asia/Ho_Chi_Minh',
    language,
    page: 0,
    pages: 1,
    progress: 0.38,
    ticker: {
      text: 'Kiểm tra tên mình trong danh sách cử tri tại nhà văn hóa thôn',
      index: 1,
      count: 4,
    },
  })
  const furnitureOf = (language: Language) =>
    renderFurniture(catalogue, {
      agency: 'Ủy ban nhân dân xã Ia Sơn',
      parentAgency: 'Tỉnh Gia Lai',
      hotline: '0269 000 0111',
      language,
    })
  return {
    catalogue,
    readFile: async (sha256) => files.get(sha256) ?? null,
    async scene({ templateId, fields, language, now }) {
      const slide = await renderSlide(catalogue, {
        templateId,
        fields,
        language,
        resolutionClass: '1080',
        resolveMedia: pictures.resolve,
      })
      const { frame } = catalogue.get(templateId)
      const furniture =
        frame === 'full' ? null : furnitureOf(language).frame.html
      return { slide: slide.html, frame, furniture, live: live(language, now) }
    },
    holding: (language) => ({
      slide: furnitureOf(language).holding.html,
      frame: 'full',
      furniture: null,
      live: live(language),
    }),
  }
}

/** Names and fields of a template's samples, from its own folder. */
export async function samplesOf(
  slides: string,
  id: string,
): Promise<Map<string, Record<string, unknown>>> {
  const folder = join(slides, id, 'samples')
  const names = (await readdir(folder)).sort()
  const samples = new Map<string, Record<string, unknown>>()
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const fields: unknown = JSON.parse(
      await readFile(join(folder, name), 'utf8'),
    )
    samples.set(name.replace(/\.json$/, ''), { ...(fields as object) })
  }
  return samples
}
