/**
 * What each template costs: bytes of its typical slide with every file it
 * needs, fonts apart, and how many of it are rendered a second.
 */
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { createImageWorkshop } from '../../cms/server/rooms/media/image-workshop.js'
import { silentLog } from '../../shared/kernel/log.js'
import type { Catalogue } from '../../templates/engine/catalogue.js'
import { loadCatalogue } from '../../templates/engine/load-catalogue.js'
import { renderSlide } from '../../templates/engine/render-slide.js'
import type { BenchRow } from './bench-row.js'

const MS_EACH = 400
const WITHOUT_PHOTO = 60_000
const WITH_PHOTO = 300_000

/** One line for each template, and one for a slide with a portrait. */
export async function run(): Promise<BenchRow[]> {
  const folder = fileURLToPath(new URL('../../templates', import.meta.url))
  const catalogue = await loadCatalogue({ folders: [folder], log: silentLog })
  const rows: BenchRow[] = []
  for (const { id } of catalogue.templates) {
    const bytes = await bytesOf(catalogue, id)
    rows.push({
      what: `slide ${id}: bytes with its files, fonts apart; renderings a second`,
      value: `${kilobytes(bytes)}; ${await perSecond(catalogue, id)}/s`,
      baseline: 'one process, one core',
      aim: `< ${kilobytes(WITHOUT_PHOTO)}`,
    })
  }
  const portrait = await portraitBytes()
  rows.push({
    what: 'slide candidate with a portrait: bytes with its files, fonts apart',
    value: kilobytes((await bytesOf(catalogue, 'candidate')) + portrait),
    baseline: `the portrait alone ${kilobytes(portrait)}`,
    aim: `< ${kilobytes(WITH_PHOTO)}`,
  })
  return rows
}

function render(catalogue: Catalogue, id: string) {
  return renderSlide(catalogue, {
    templateId: id,
    fields: catalogue.get(id).sample,
    language: 'vi',
    resolutionClass: '1080',
    resolveMedia: () => Promise.resolve(null),
  })
}

async function bytesOf(catalogue: Catalogue, id: string): Promise<number> {
  const { html, assets } = await render(catalogue, id)
  const held = new Map(catalogue.assets.map((one) => [one.sha256, one]))
  return assets
    .map((sha256) => held.get(sha256))
    .filter((one) => one && !one.mediaType.startsWith('font/'))
    .reduce(
      (sum, one) => sum + (one?.bytes.byteLength ?? 0),
      Buffer.byteLength(html),
    )
}

async function perSecond(catalogue: Catalogue, id: string): Promise<number> {
  await render(catalogue, id)
  const begin = performance.now()
  let made = 0
  while (performance.now() - begin < MS_EACH) {
    await render(catalogue, id)
    made += 1
  }
  return Math.round((made * 1000) / (performance.now() - begin))
}

/**
 * A 12-megapixel portrait made soft as a face is: noise at the scale of skin
 * and hair, no finer. A real photo of the same size weighs about the same.
 */
async function portraitBytes(): Promise<number> {
  const noise = (width: number, height: number, sigma: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    })
  const fine = await noise(600, 800, 14).resize(3000, 4000).png().toBuffer()
  const photo = await noise(30, 40, 60)
    .resize(3000, 4000)
    .composite([{ input: fine, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer()
  const { forms } = await createImageWorkshop().renditionsOf(photo)
  return forms['1080'].byteLength
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
