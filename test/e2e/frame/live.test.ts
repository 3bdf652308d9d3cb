import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { LiveValues } from '../../../templates/frame/live.js'
import {
  bundle,
  openPage,
  startSlideSite,
  type SlideSite,
} from './slide-page.js'
import { slide } from './slide-samples.js'
import { launchBrowser } from '../../support/browser.js'

const BODY =
  '<b id="time" data-live="time"></b><b id="solar" data-live="solar-date"></b>' +
  '<b id="lunar" data-live="lunar-date"></b><b id="days" data-live="countdown" data-date="2026-03-15"></b>' +
  '<b id="page" data-live="page-mark" data-when="multipage"></b>' +
  '<i id="bar" data-live="progress"></i><b id="ticker" data-live="ticker"></b>' +
  '<b id="count" data-live="ticker-count"></b><b id="asof" data-live="as-of"></b>' +
  '<p id="before" data-when="before" data-date="2026-03-15">Còn</p>' +
  '<p id="today" data-when="today" data-date="2026-03-15">Hôm nay</p>' +
  '<p id="after" data-when="after" data-date="2026-03-15">Đã qua</p>'

const VALUES: LiveValues = {
  now: Date.parse('2026-03-11T03:24:30.000Z'),
  timeZone: 'Asia/Ho_Chi_Minh',
  language: 'vi',
  page: 0,
  pages: 1,
  progress: 0.25,
}

describe('live texts of a slide', () => {
  let site: SlideSite
  let browser: Browser
  let page: Page

  before(async function () {
    this.timeout(30_000)
    site = await startSlideSite(await bundle('test/e2e/frame/frame-page.ts'))
    browser = await launchBrowser()
    page = await openPage(browser, site.url)
    await page.evaluate(
      async ([html, live]) => {
        const host = document.getElementById('glass') as HTMLElement
        window.frame.mounted = await window.frame.mountSlide(host, {
          html,
          filesUrl: '/files',
          width: 1920,
          height: 820,
          live,
        })
      },
      [slide(BODY), VALUES] as const,
    )
  })
  after(async () => {
    await browser.close()
    await site.stop()
  })

  const said = (changes: Partial<LiveValues>) =>
    page.evaluate(
      (values) => {
        window.frame.mounted?.updateLive(values)
        const doc = document.querySelector('iframe')?.contentDocument
        const texts: Record<string, string> = {}
        for (const element of doc?.querySelectorAll<HTMLElement>('[id]') ??
          []) {
          const seen = element.checkVisibility({ visibilityProperty: true })
          texts[element.id] =
            element.id === 'bar'
              ? element.style.width
              : seen
                ? (element.textContent ?? '')
                : '(unseen)'
        }
        return texts
      },
      { ...VALUES, ...changes },
    )

  it('says clock, dates and days left in the zone of the screen', async () => {
    const texts = await said({})
    expect(texts).to.include({
      time: '10:24',
      solar: 'Thứ Tư, 11/03/2026',
      lunar: '23 tháng Giêng, Bính Ngọ',
      days: '4',
      bar: '25%',
      before: 'Còn',
      today: '(unseen)',
      after: '(unseen)',
      page: '(unseen)',
      asof: '(unseen)',
    })
  })

  it('changes on the day itself and after it', async () => {
    const day = await said({ now: Date.parse('2026-03-14T17:00:00.000Z') })
    expect(day).to.include({ before: '(unseen)', today: 'Hôm nay', days: '0' })
    const later = await said({ now: Date.parse('2026-03-15T17:00:00.000Z') })
    expect(later).to.include({ today: '(unseen)', after: 'Đã qua' })
  })

  it('says page, ticker and age of the programme', async () => {
    const texts = await said({
      page: 1,
      pages: 2,
      ticker: { text: 'Nộp thuế đất', index: 0, count: 3 },
      asOf: Date.parse('2026-03-10T01:05:00.000Z'),
    })
    expect(texts).to.include({
      page: 'Trang 2/2',
      ticker: 'Nộp thuế đất',
      count: '1/3',
      asof: 'Cập nhật lúc 08:05, 10/03/2026',
    })
  })

  it('touches the document only when a value changed', async () => {
    const changes = await page.evaluate(async (values) => {
      const doc = document.querySelector('iframe')?.contentDocument as Document
      window.frame.mounted?.updateLive(values)
      let seen = 0
      const observer = new MutationObserver((list) => (seen += list.length))
      observer.observe(doc, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
      for (let i = 0; i < 100; i++) {
        window.frame.mounted?.updateLive({ ...values, now: values.now + i })
      }
      await Promise.resolve()
      observer.disconnect()
      return seen
    }, VALUES)
    expect(changes).to.equal(0)
  })
})
