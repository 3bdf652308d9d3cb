/** The shipped templates' own samples as a programme, for benches of the stage. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../shared/contract/manifest.js'
import { silentLog } from '../../shared/kernel/log.js'
import { loadCatalogue } from '../../templates/engine/load-catalogue.js'
import { renderFurniture } from '../../templates/engine/render-furniture.js'
import { renderSlide } from '../../templates/engine/render-slide.js'
import type { SlideSite } from '../e2e/frame/slide-page.js'
import {
  keep,
  sampleManifest,
  type SampleFiles,
} from '../e2e/stage/stage-samples.js'

export type RealProgramme = {
  manifest: Manifest
  /** The rendered urgent notice. */
  urgentHtml: string
  files: SampleFiles
}

/**
 * Renders the typical sample of every template, puts its files on the site and
 * makes them one loop of 20 s slots inside the real furniture.
 */
export async function realProgramme(site: SlideSite): Promise<RealProgramme> {
  const catalogue = await loadCatalogue({
    folders: ['templates'],
    log: silentLog,
  })
  const files: SampleFiles = new Map()
  const items = []
  let urgentHtml = ''
  for (const template of catalogue.templates) {
    const sample = join('templates/slides', template.id, 'samples/typical.json')
    const { html } = await renderSlide(catalogue, {
      templateId: template.id,
      fields: JSON.parse(readFileSync(sample, 'utf8')) as Record<
        string,
        unknown
      >,
      language: 'vi',
      resolutionClass: '1080',
      resolveMedia: () => Promise.resolve(null),
    })
    if (template.id === 'urgent') urgentHtml = html
    else items.push({ id: `item-${template.id}`, html, seconds: 20 })
  }
  const furniture = renderFurniture(catalogue, {
    agency: 'Ủy ban nhân dân xã Ia Sơn',
    parentAgency: 'Tỉnh Gia Lai',
    language: 'vi',
  })
  const manifest = sampleManifest(files, items)
  manifest.furniture.frame = keep(files, furniture.frame.html)
  manifest.furniture.holding = keep(files, furniture.holding.html)
  for (const { sha256, bytes, mediaType } of catalogue.assets) {
    site.files.set(sha256, { type: mediaType, body: Buffer.from(bytes) })
  }
  return { manifest, urgentHtml, files }
}
