/*
 * What a screen keeps by itself, on the real slides: a price is gone the minute
 * its hours are over, a countdown turns into the event and the event ends.
 */
import { expect } from 'chai'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { silentLog } from '../../../shared/kernel/log.js'
import type { Catalogue } from '../../../templates/engine/catalogue.js'
import { loadCatalogue } from '../../../templates/engine/load-catalogue.js'
import { renderSlide } from '../../../templates/engine/render-slide.js'
import { launchBrowser } from '../../support/browser.js'
import {
  bundle,
  openPage,
  startSlideSite,
  type SlideSite,
} from '../frame/slide-page.js'

const VALUES = {
  timeZone: 'Asia/Ho_Chi_Minh',
  language: 'vi',
  page: 0,
  pages: 1,
  progress: 0,
} as const

describe('what a slide keeps by the clock', () => {
  let site: SlideSite
  let browser: Browser
  let page: Page
  let catalogue: Catalogue

  before(async function () {
    this.timeout(60_000)
    catalogue = await loadCatalogue({
      folders: [join(import.meta.dirname, '../../../templates')],
      log: silentLog,
    })
    site = await startSlideSite(await bundle('test/e2e/frame/frame-page.ts'))
    for (const { sha256, bytes, mediaType } of catalogue.assets) {
      site.files.set(sha256, { type: mediaType, body: Buffer.from(bytes) })
    }
    browser = await launchBrowser()
  })
  beforeEach(async () => {
    page = await openPage(browser, site.url)
  })
  afterEach(() => page.close())
  after(async () => {
    await browser.close()
    await site.stop()
  })

  async function mount(id: string, changes: object, at: string): Promise<void> {
    const { html } = await renderSlide(catalogue, {
      templateId: id,
      fields: { ...catalogue.get(id).sample, ...changes },
      language: 'vi',
      resolutionClass: '1080',
      resolveMedia: () => Promise.resolve(null),
    })
    await page.evaluate(
      async ([slide, live]) => {
        const host = document.getElementById('glass') as HTMLElement
        window.frame.mounted = await window.frame.mountSlide(host, {
          html: slide,
          filesUrl: '/files',
          width: 1920,
          height: 820,
          timeoutMs: 20_000,
          live,
        })
      },
      [html, { ...VALUES, now: Date.parse(at) }] as const,
    )
  }

  /** What is read of the elements at a wall-clock time here. */
  const readAt = (at: string, selector: string): Promise<string[]> =>
    page.evaluate(
      ([values, what]) => {
        window.frame.mounted?.updateLive(values)
        const doc = document.querySelector('iframe')?.contentDocument
        return Array.from(doc?.querySelectorAll<HTMLElement>(what) ?? [])
          .filter((one) => one.checkVisibility())
          .map((one) => one.innerText.replace(/\s+/g, ' ').trim())
      },
      [{ ...VALUES, now: Date.parse(at) }, selector] as const,
    )

  const BOARD = {
    date: '2026-03-11',
    time: '07:00',
    hours: 24,
    rows: [
      { name: 'Cà phê', price: 99200, unit: 'đồng/kg' },
      { name: 'Hồ tiêu', price: 148500, unit: 'đồng/kg', hours: 2 },
    ],
  }

  it('drops each price in the minute its own hours are over', async () => {
    await mount('prices', BOARD, '2026-03-11T08:59:00+07:00')
    const prices = (at: string) => readAt(at, '.price b')
    expect(await prices('2026-03-11T08:59:59+07:00')).to.deep.equal([
      '99.200',
      '148.500',
    ])
    expect(await prices('2026-03-11T09:00:00+07:00')).to.deep.equal(['99.200'])
    expect(await prices('2026-03-12T07:00:00+07:00')).to.deep.equal([])
    expect(await readAt('2026-03-12T07:00:00+07:00', '.stale')).to.have.length(
      1,
    )
  })

  it('never shows a stale price, not even for a moment after a start', async () => {
    await mount('prices', BOARD, '2026-03-20T10:00:00+07:00')
    expect(await readAt('2026-03-20T10:00:00+07:00', '.price b')).to.eql([])
  })

  it('counts down, tells that the event is on, and that it is over', async () => {
    await mount('countdown', {}, '2026-03-14T06:59:00+07:00')
    const phases = (at: string) => readAt(at, '.days, .clock, .phase > b')
    expect(await phases('2026-03-14T06:59:00+07:00')).to.deep.equal([
      '1 ngày',
      '00 giờ 01 phút',
    ])
    expect(await phases('2026-03-14T07:01:00+07:00')).to.deep.equal([
      '23 giờ 59 phút',
    ])
    expect(await phases('2026-03-15T07:00:00+07:00')).to.deep.equal([
      'Đang diễn ra',
    ])
    expect(await phases('2026-03-15T19:00:00+07:00')).to.deep.equal([
      'Đã kết thúc',
    ])
  })

  it('is over at once when its end was pulled', async () => {
    await mount('countdown', { ended: true }, '2026-03-10T07:00:00+07:00')
    expect(
      await readAt('2026-03-10T07:00:00+07:00', '.tile, .phase > b'),
    ).to.deep.equal(['Đã kết thúc'])
  })
})
