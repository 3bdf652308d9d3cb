/*
 * Every template, sample, way to hang a screen and size of type is laid out by
 * the very frame of the screens, and nothing on it may be cut, crowded, too
 * small or too pale. A new template is tested without being named here.
 */
import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { oddPictures } from '../../../scripts/gallery/odd-pictures.js'
import { silentLog } from '../../../shared/kernel/log.js'
import type { Catalogue } from '../../../templates/engine/catalogue.js'
import { loadCatalogue } from '../../../templates/engine/load-catalogue.js'
import { renderSlide } from '../../../templates/engine/render-slide.js'
import { contentBox } from '../../../templates/frame/canvas.js'
import type { Finding } from '../../../templates/frame/finding.js'
import { launchBrowser } from '../../support/browser.js'
import {
  bundle,
  openPage,
  startSlideSite,
  type SlideSite,
} from '../frame/slide-page.js'

const TEMPLATES = join(import.meta.dirname, '../../../templates')
const IDS = readdirSync(join(TEMPLATES, 'slides')).sort()
/** Longest at the largest type is where a slide breaks; the rest at its own. */
const STEPS_OF = (sample: string) =>
  sample === 'longest.json' || sample === 'typical.json' ? [1, 1.72] : [1]
const LIVE = {
  // Wednesday before the election day of the samples, 10:24 here.
  now: Date.parse('2026-03-11T03:24:00Z'),
  timeZone: 'Asia/Ho_Chi_Minh',
  language: 'vi',
  page: 0,
  pages: 1,
  progress: 0.4,
} as const

type Laid = { pages: number; findings: Finding[] }

describe('every slide of the house', () => {
  let site: SlideSite
  let browser: Browser
  let page: Page
  let catalogue: Catalogue
  let pictures: Awaited<ReturnType<typeof oddPictures>>

  before(async function () {
    this.timeout(60_000)
    catalogue = await loadCatalogue({ folders: [TEMPLATES], log: silentLog })
    site = await startSlideSite(await bundle('test/e2e/frame/frame-page.ts'))
    pictures = await oddPictures()
    const files = [...catalogue.assets, ...pictures.files]
    for (const { sha256, bytes, mediaType } of files) {
      site.files.set(sha256, { type: mediaType, body: Buffer.from(bytes) })
    }
    browser = await launchBrowser()
    page = await openPage(browser, site.url)
  })
  after(async () => {
    await browser.close()
    await site.stop()
  })

  const layOut = (
    html: string,
    options: { width: number; height: number; textStep: number },
  ): Promise<Laid> =>
    page.evaluate(
      async ([slide, size, live]) => {
        const host = document.getElementById('glass') as HTMLElement
        const mounted = await window.frame.mountSlide(host, {
          html: slide,
          filesUrl: '/files',
          live,
          timeoutMs: 20_000,
          ...size,
        })
        const laid = { pages: mounted.pages, findings: mounted.measure() }
        mounted.dispose()
        return laid
      },
      [html, options, LIVE] as const,
    )

  async function render(id: string, sample: string): Promise<string> {
    const file = join(TEMPLATES, 'slides', id, 'samples', sample)
    const fields = JSON.parse(readFileSync(file, 'utf8')) as object
    const { html } = await renderSlide(catalogue, {
      templateId: id,
      fields: { ...fields },
      language: 'vi',
      resolutionClass: '1080',
      resolveMedia: pictures.resolve,
    })
    return html
  }

  for (const id of IDS) {
    it(`shows ${id} whole in both orientations and at the largest type`, async function () {
      this.timeout(60_000)
      const frame = catalogue.get(id).frame
      const samples = readdirSync(join(TEMPLATES, 'slides', id, 'samples'))
      const faults: string[] = []
      for (const sample of samples) {
        const html = await render(id, sample)
        for (const orientation of ['landscape', 'portrait'] as const) {
          const { width, height } = contentBox(orientation, frame)
          for (const textStep of STEPS_OF(sample)) {
            const laid = await layOut(html, { width, height, textStep })
            faults.push(
              ...laid.findings.map(
                (one) =>
                  `${sample} ${orientation} ×${textStep}: ${one.kind} ${one.selector} “${one.text}” ${one.measured}/${one.allowed}`,
              ),
            )
          }
        }
      }
      expect(faults).to.deep.equal([])
    })
  }
})
