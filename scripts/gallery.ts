/*
 * Every template × sample × glass as a picture, made by the very frame that the
 * screens use, with what a reader would find wrong on it. `npm run gallery`;
 * `-- --only polling,urgent --sample typical --glass landscape --quick`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readFile, readdir } from 'node:fs/promises'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { silentLog } from '../shared/kernel/log.js'
import type { Catalogue } from '../templates/engine/catalogue.js'
import { launchBrowser } from '../test/support/browser.js'
import { loadCatalogue } from '../templates/engine/load-catalogue.js'
import { renderFurniture } from '../templates/engine/render-furniture.js'
import { renderSlide } from '../templates/engine/render-slide.js'
import type { Finding } from '../templates/frame/finding.js'
import type { Scene } from './gallery/gallery-page.js'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'dist', 'gallery')
/** Wednesday before the election of the samples, 10:24 here. */
const NOW = Date.parse('2026-03-11T03:24:00Z')
/** Pages of one slide that are pictured. */
const MOST_PAGES = 4

type Glass = { name: string; width: number; height: number }

const GLASSES: readonly Glass[] = [
  { name: 'landscape', width: 1920, height: 1080 },
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'small', width: 1366, height: 768 },
  { name: '4k', width: 3840, height: 2160 },
]

type Picture = {
  file: string
  template: string
  sample: string
  glass: string
  findings: Finding[]
}

const { values: wish } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    glass: { type: 'string' },
    language: { type: 'string', default: 'vi' },
    step: { type: 'string', default: '1' },
    at: { type: 'string' },
  },
})

const wanted = (list: string | undefined, name: string) =>
  !list || list.split(',').includes(name)

function serve(catalogue: Catalogue, script: string): Promise<Server> {
  const assets = new Map(catalogue.assets.map((one) => [one.sha256, one]))
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const asset = assets.get(path.replace('/files/', ''))
    if (asset) {
      response.setHeader('content-type', asset.mediaType)
      return response.end(asset.bytes)
    }
    if (path !== '/') {
      response.statusCode = 404
      return response.end()
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end(
      `<!doctype html><html><body style="margin:0;background:#000;overflow:hidden"><div id="glass"></div><script type="module">${script}</script></body></html>`,
    )
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(server)),
  )
}

async function bundlePage(): Promise<string> {
  const bundle = await build({
    entryPoints: [join(ROOT, 'scripts', 'gallery', 'gallery-page.ts')],
    bundle: true,
    format: 'esm',
    target: 'chrome120',
    write: false,
  })
  return (bundle.outputFiles[0]?.text ?? '').replaceAll(
    '</script',
    '<\\/script',
  )
}

async function samplesOf(id: string): Promise<string[]> {
  const names = await readdir(join(ROOT, 'templates/slides', id, 'samples'))
  return names.map((name) => name.replace(/\.json$/, ''))
}

async function sceneOf(
  catalogue: Catalogue,
  id: string,
  sample: string,
): Promise<Omit<Scene, 'orientation'>> {
  const language = wish.language === 'en' ? 'en' : 'vi'
  const live = {
    now: wish.at ? Date.parse(wish.at) : NOW,
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
  } as const
  const furniture = renderFurniture(catalogue, {
    agency: 'Ủy ban nhân dân xã Ia Sơn',
    parentAgency: 'Tỉnh Gia Lai',
    hotline: '0269 000 0111',
    language,
  })
  const textStep = Number(wish.step)
  if (id === 'holding') {
    return { slide: furniture.holding.html, furniture: null, textStep, live }
  }
  const file = join(ROOT, 'templates/slides', id, 'samples', `${sample}.json`)
  const fields: unknown = JSON.parse(await readFile(file, 'utf8'))
  const slide = await renderSlide(catalogue, {
    templateId: id,
    fields: { ...(fields as Record<string, unknown>) },
    language,
    resolutionClass: '1080',
    resolveMedia: async () => null,
  })
  const full = catalogue.get(id).frame === 'full'
  return {
    slide: slide.html,
    furniture: full ? null : furniture.frame.html,
    textStep,
    live,
  }
}

async function picture(
  page: Page,
  scene: Omit<Scene, 'orientation'>,
  what: { template: string; sample: string; glass: Glass },
): Promise<Picture[]> {
  const { template, sample, glass } = what
  await page.setViewportSize(glass)
  const orientation = glass.width > glass.height ? 'landscape' : 'portrait'
  const shown = await page.evaluate(
    (full) =>
      (globalThis as unknown as { show(scene: Scene): Promise<unknown> }).show(
        full,
      ) as Promise<{ pages: number; findings: Finding[] }>,
    { ...scene, orientation } satisfies Scene,
  )
  const pictures: Picture[] = []
  for (let at = 0; at < Math.min(shown.pages, MOST_PAGES); at += 1) {
    await page.evaluate(
      ([index, live]) =>
        (
          globalThis as unknown as {
            turnTo(page: number, live: Scene['live']): void
          }
        ).turnTo(index, live),
      [at, scene.live] as const,
    )
    const file = `${template}-${sample}-${glass.name}-${at + 1}of${shown.pages}.png`
    await page.screenshot({ path: join(OUT, file), animations: 'disabled' })
    pictures.push({
      file,
      template,
      sample,
      glass: glass.name,
      findings: at === 0 ? shown.findings : [],
    })
  }
  return pictures
}

function indexPage(pictures: readonly Picture[]): string {
  const escape = (text: string) =>
    text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const figures = pictures.map(
    ({ file, findings }) =>
      `<figure><a href="${file}"><img src="${file}" loading="lazy"></a><figcaption>${file}${findings
        .map(
          (one) =>
            `<br><b>${one.kind}</b> ${escape(one.selector)} “${escape(one.text)}” ${one.measured}/${one.allowed}`,
        )
        .join('')}</figcaption></figure>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>body{font:14px sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(460px,1fr));gap:16px}img{width:100%;border:1px solid #888}figure{margin:0}b{color:#a00}</style>${figures.join('\n')}`
}

async function main(): Promise<number> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const catalogue = await loadCatalogue({
    folders: [join(ROOT, 'templates')],
    log: silentLog,
  })
  const server = await serve(catalogue, await bundlePage())
  const browser = await launchBrowser()
  const pictures: Picture[] = []
  try {
    const page = await browser.newPage()
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/`)
    const ids = [...catalogue.templates.map((one) => one.id), 'holding']
    for (const template of ids.filter((id) => wanted(wish.only, id))) {
      const samples =
        template === 'holding' ? ['typical'] : await samplesOf(template)
      for (const sample of samples.filter((one) => wanted(wish.sample, one))) {
        const scene = await sceneOf(catalogue, template, sample)
        for (const glass of GLASSES.filter((g) => wanted(wish.glass, g.name))) {
          pictures.push(
            ...(await picture(page, scene, { template, sample, glass })),
          )
        }
      }
    }
  } finally {
    await browser.close()
    server.close()
  }
  await writeFile(join(OUT, 'index.html'), indexPage(pictures))
  const faults = pictures.flatMap((one) =>
    one.findings.map((found) => ({ file: one.file, ...found })),
  )
  const places = new Map<string, string>()
  for (const one of faults) {
    // Twenty equal rows with one fault are one line.
    const place = `${one.file} ${one.kind} ${one.selector.replace(/:nth-of-type\(\d+\)/g, '')}`
    places.set(place, `“${one.text}” ${one.measured}/${one.allowed}`)
  }
  for (const [place, said] of places) console.log(`${place} ${said}`)
  console.log(
    `${pictures.length} pictures in ${OUT}, ${faults.length} findings`,
  )
  return faults.length === 0 ? 0 : 1
}

process.exitCode = await main()
