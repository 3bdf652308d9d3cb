import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { ScreenView } from '../../../templates/frame/screen-view.js'
import {
  bundle,
  openPage,
  startSlideSite,
  type SlideSite,
} from './slide-page.js'
import { rows, slide } from './slide-samples.js'
import { launchBrowser } from '../../support/browser.js'

declare global {
  interface Window {
    view: ScreenView
  }
}

describe('a screen in small', () => {
  let site: SlideSite
  let browser: Browser
  let page: Page

  before(async function () {
    this.timeout(30_000)
    site = await startSlideSite(await bundle('test/e2e/frame/frame-page.ts'))
    browser = await launchBrowser()
  })
  beforeEach(async () => {
    page = await openPage(browser, site.url)
    await page.evaluate(() => {
      const host = document.getElementById('glass') as HTMLElement
      host.style.width = '480px'
      window.view = window.frame.createScreenView(host, {
        orientation: 'landscape',
        filesUrl: '/files',
        title: 'Xem trước',
        values: () => ({
          now: 0,
          timeZone: 'Asia/Ho_Chi_Minh',
          language: 'vi',
        }),
      })
    })
  })
  afterEach(() => page.close())
  after(async () => {
    await browser.close()
    await site.stop()
  })

  it('shows the real canvas scaled to its room', async () => {
    const seen = await page.evaluate(async (html) => {
      const answer = await window.view.setSlide({ html, frame: 'furnished' })
      const rect = document.querySelector('iframe')?.getBoundingClientRect()
      const host = document.getElementById('glass') as HTMLElement
      return {
        ...answer,
        top: rect?.top,
        width: rect?.width,
        height: host.clientHeight,
      }
    }, rows(12))
    expect(seen).to.deep.equal({ pages: 2, top: 37, width: 480, height: 270 })
  })

  it('keeps the newest of several slides and ends with one frame each', async () => {
    const seen = await page.evaluate(
      async ([first, second, furniture]) => {
        await window.view.setFurniture(furniture)
        const overtaken = window.view
          .setSlide({ html: first, frame: 'furnished' })
          .catch((error: { reason?: string }) => error.reason)
        await window.view.setSlide({ html: second, frame: 'full' })
        const frames = document.querySelectorAll('iframe')
        const last = frames[frames.length - 1]?.contentDocument?.body
        return [await overtaken, frames.length, last?.textContent]
      },
      [slide('Một'), slide('Hai'), slide('Khung')] as const,
    )
    expect(seen).to.deep.equal(['aborted', 2, 'Hai'])
  })

  it('keeps the slide that is there when the next one is broken', async () => {
    const seen = await page.evaluate(
      async ([good, broken]) => {
        await window.view.setSlide({ html: good, frame: 'full' })
        await window.view
          .setSlide({ html: broken, frame: 'full' })
          .catch(() => undefined)
        const frames = document.querySelectorAll('iframe')
        return [frames.length, frames[0]?.contentDocument?.body.textContent]
      },
      [slide('Tốt'), slide('<img src="none">')] as const,
    )
    expect(seen).to.deep.equal([1, 'Tốt'])
  })

  it('leaves nothing behind', async () => {
    const left = await page.evaluate(async (html) => {
      await window.view.setSlide({ html, frame: 'full' })
      window.view.destroy()
      return document.getElementById('glass')?.childElementCount
    }, slide('Một'))
    expect(left).to.equal(0)
  })
})
