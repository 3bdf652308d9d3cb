import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Finding } from '../../../templates/frame/finding.js'
import {
  bundle,
  openPage,
  startSlideSite,
  type SlideSite,
} from './slide-page.js'
import { longTable, rows, slide } from './slide-samples.js'
import { launchBrowser } from '../../support/browser.js'

type Mounted = {
  error?: string
  pages?: number
  findings?: Finding[]
  frames: number
}

describe('mounting a slide', () => {
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
  })
  afterEach(() => page.close())
  after(async () => {
    await browser.close()
    await site.stop()
  })

  const mount = (
    html: string,
    options: { textStep?: number; timeoutMs?: number } = {},
  ): Promise<Mounted> =>
    page.evaluate(
      async ([html, options]) => {
        const host = document.getElementById('glass') as HTMLElement
        const frames = () => document.querySelectorAll('iframe').length
        try {
          const mounted = await window.frame.mountSlide(host, {
            html,
            filesUrl: '/files',
            width: 1920,
            height: 820,
            ...options,
          })
          window.frame.mounted = mounted
          const findings = mounted.measure()
          return { pages: mounted.pages, findings, frames: frames() }
        } catch (error) {
          return { error: String(error), frames: frames() }
        }
      },
      [html, options] as const,
    )
  const inSlide = <T>(read: (doc: Document) => T): Promise<T> =>
    page.evaluate(
      `(${read.toString()})(document.querySelector('iframe').contentDocument)`,
    )

  describe('refuses', () => {
    it('runs no script of a slide', async () => {
      await mount(
        slide(
          '<script>parent.document.title = "taken"</script>' +
            '<svg onload="parent.document.title = \'taken\'"></svg>' +
            '<a href="javascript:parent.document.title=1">x</a>',
        ),
      )
      expect(await page.title()).to.equal('')
    })

    it('rejects when a picture is missing and leaves nothing behind', async () => {
      const mounted = await mount(slide('<img src="00ff">'))
      expect(mounted.error).to.match(/missing_file.*00ff/)
      expect(mounted.frames).to.equal(0)
    })

    it('rejects when its style sheet is missing', async () => {
      const html = slide('<p>Chữ</p>').replace(
        '<style>',
        '<link rel="stylesheet" href="00aa"><style>',
      )
      expect((await mount(html)).error).to.match(/missing_file.*00aa/)
    })

    it('rejects when a file does not come in time', async () => {
      await page.route('**/files/slow', () => undefined)
      const mounted = await mount(slide('<img src="slow">'), { timeoutMs: 300 })
      expect(mounted.error).to.contain('timeout')
      expect(mounted.frames).to.equal(0)
    })

    it('stops when it is no longer wanted', async () => {
      const outcome = await page.evaluate(async (html) => {
        const abort = new AbortController()
        const host = document.getElementById('glass') as HTMLElement
        const mounting = window.frame.mountSlide(host, {
          html,
          filesUrl: '/files',
          width: 1920,
          height: 820,
          signal: abort.signal,
        })
        abort.abort()
        const error = await mounting.catch((reason: Error) => reason.message)
        return [error, document.querySelectorAll('iframe').length]
      }, slide('<p>Chữ</p>'))
      expect(outcome).to.deep.equal(['aborted: no longer wanted', 0])
    })
  })

  describe('fits', () => {
    const title = (text: string, height: number, fit = '40,76') =>
      slide(
        `<h1 data-fit="${fit}">${text}</h1>`,
        `h1{position:absolute;left:96px;top:40px;width:900px;height:${height}px;line-height:1.3}`,
      )
    const size = () =>
      inSlide((doc) => {
        const h1 = doc.querySelector('h1') as HTMLElement
        return Number.parseInt(h1.style.fontSize, 10)
      })

    it('keeps the largest size for a short text', async () => {
      await mount(title('Ngày bầu cử', 200))
      expect(await size()).to.equal(76)
    })

    it('takes the largest size at which a long text does not overflow', async () => {
      await mount(title('Danh sách người ứng cử đại biểu '.repeat(3), 260))
      const taken = await size()
      expect(taken).to.be.within(41, 75)
      const overflow = await page.evaluate((larger) => {
        const doc = document.querySelector('iframe')?.contentDocument
        const h1 = doc?.querySelector('h1') as HTMLElement
        const fits = h1.scrollHeight <= h1.clientHeight + 1
        h1.style.fontSize = `${larger}px`
        return [fits, h1.scrollHeight > h1.clientHeight + 1]
      }, taken + 1)
      expect(overflow).to.deep.equal([true, true])
    })

    it('stops at the smallest size and says what is over', async () => {
      const mounted = await mount(title('Dài quá '.repeat(80), 120))
      expect(await size()).to.equal(40)
      expect(mounted.findings?.map(({ kind }) => kind)).to.include('OVER')
    })

    it('never goes under the floor of 32 px', async () => {
      await mount(title('Dài quá '.repeat(80), 120, '10,76'))
      expect(await size()).to.equal(32)
    })

    it('enlarges with the text step of the screen', async () => {
      await mount(title('Ngắn', 300), { textStep: 1.3 })
      expect(await size()).to.equal(99)
    })
  })

  describe('pages', () => {
    const seenRows = () =>
      inSlide((doc) => {
        const box = doc.querySelector('.rows') as HTMLElement
        const { left, right } = box.getBoundingClientRect()
        return Array.from(doc.querySelectorAll('.row'))
          .filter((row) => {
            const rect = row.getBoundingClientRect()
            return rect.left >= left - 1 && rect.right <= right + 1
          })
          .map((row) => Number(row.textContent?.split(' ').at(-1)))
      })

    it('cuts 12 rows into 6 and 6', async () => {
      expect((await mount(rows(12))).pages).to.equal(2)
      expect(await seenRows()).to.deep.equal([1, 2, 3, 4, 5, 6])
      await page.evaluate(() => window.frame.mounted?.showPage(1))
      expect(await seenRows()).to.deep.equal([7, 8, 9, 10, 11, 12])
    })

    it('cuts 8 rows into 4 and 4 and shares the height', async () => {
      await mount(rows(8))
      expect(await seenRows()).to.deep.equal([1, 2, 3, 4])
      const heights = await inSlide((doc) =>
        Array.from(doc.querySelectorAll<HTMLElement>('.row')).map(
          (row) => row.offsetHeight,
        ),
      )
      expect(heights).to.deep.equal(Array.from({ length: 8 }, () => 198))
    })

    it('cuts earlier where the text is larger', async () => {
      expect((await mount(rows(12), { textStep: 1.3 })).pages).to.equal(3)
    })

    it('keeps few rows on one page', async () => {
      expect((await mount(rows(5))).pages).to.equal(1)
    })

    it('repeats the head of a long table on every page', async () => {
      const mounted = await mount(longTable(30))
      expect(mounted.pages).to.be.within(3, 5)
      const clip = { x: 90, y: 40, width: 1000, height: 68 }
      const first = await page.screenshot({ clip })
      await page.evaluate(() => window.frame.mounted?.showPage(2))
      const third = await page.screenshot({ clip })
      expect(third.equals(first)).to.equal(true)
    })
  })

  describe('measures', () => {
    const kinds = async (body: string, css = '') => {
      const { findings } = await mount(slide(body, css))
      return findings?.map(({ kind }) => kind)
    }
    const at = 'position:absolute;left:120px;top:100px;'

    it('finds nothing on a sound slide, whatever page is behind', async () => {
      expect((await mount(rows(12))).findings).to.deep.equal([])
    })
    it('finds text under 32 px', async () => {
      expect(await kinds(`<p style="${at}font-size:28px">Nhỏ</p>`)).to.eql([
        'FLOOR',
      ])
    })
    it('finds text that its box cuts', async () => {
      const body = `<p style="${at}width:300px;overflow:hidden;white-space:nowrap">Một dòng quá dài cho ô này</p>`
      expect(await kinds(body)).to.eql(['CLIP'])
    })
    it('finds text outside the glass and in its margin', async () => {
      const out = `<p style="${at}left:1800px;white-space:nowrap">Ra ngoài màn hình</p>`
      const edge = `<p style="${at}left:20px">Sát mép</p>`
      expect(await kinds(out)).to.eql(['OVER'])
      expect(await kinds(edge)).to.eql(['SAFE'])
    })
    it('finds pale text and says how pale', async () => {
      const { findings } = await mount(
        slide(`<p style="${at}color:#aaa">Mờ</p>`),
      )
      expect(findings?.[0]).to.include({ kind: 'CONTRAST', allowed: 4.5 })
      expect(findings?.[0]?.measured).to.be.within(2, 2.4)
    })
  })
})
