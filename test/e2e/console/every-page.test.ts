/** Every page of the console, at a desk and on a phone, in both languages. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from 'chai'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import {
  floodWarning,
  officialNotice,
  releasedBulletin,
} from '../../support/bulletins.js'
import { pairScreen } from '../../support/fake-screen.js'
import type { PersonName } from '../../support/start-cms.js'
import {
  DESK,
  PHONE,
  startConsole,
  type ConsoleUnderTest,
} from './open-console.js'

/** Where pictures of the pages go, for a person to look at. */
const SHOTS = process.env['BANGTIN_TEST_SHOTS']
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SMALLEST = { width: 360, height: 740 }

type Visit = { name: string; path: string; as?: PersonName }

describe('every page of the console', function () {
  this.timeout(240_000)
  let console_: ConsoleUnderTest
  let axe: string
  const visits: Visit[] = [
    { name: 'hom-nay', path: '/' },
    { name: 'ban-tin', path: '/ban-tin' },
    { name: 'duyet', path: '/duyet' },
    { name: 'chon-mau', path: '/soan/mau' },
    { name: 'man-hinh', path: '/man-hinh' },
    { name: 'ghep', path: '/ghep', as: 'quantri' },
    { name: 'khan', path: '/khan' },
    { name: 'khan-phat-that', path: '/khan/phat-that' },
    { name: 'khan-dien-tap', path: '/khan/dien-tap' },
    { name: 'khan-dung-tat-ca', path: '/khan/dung-tat-ca' },
    { name: 'bao-cao', path: '/bao-cao' },
    { name: 'tai-khoan', path: '/tai-khoan' },
    { name: 'dinh-chinh', path: '/dinh-chinh' },
    { name: 'kho', path: '/kho' },
    { name: 'dia-ban', path: '/dia-ban', as: 'quantri' },
    { name: 'nhap-dia-ban', path: '/dia-ban/nhap', as: 'quantri' },
    { name: 'nhat-ky', path: '/nhat-ky', as: 'quantri' },
    { name: 'nguoi-dung', path: '/nguoi-dung', as: 'quantri' },
    { name: 'nguoi-dung-moi', path: '/nguoi-dung/moi', as: 'quantri' },
  ]

  before(async () => {
    axe = await readFile(AXE, 'utf8')
    console_ = await startConsole()
    const { cms } = console_
    const admin = await cms.as('quantri')
    const screen = await pairScreen(cms.url, admin, {
      name: 'Nhà sinh hoạt cộng đồng thôn Quyết Thắng, xã Ia Sơn',
    })
    const ha = await cms.as('ha')
    const thuy = await cms.as('thuy')
    const tinh = await cms.as('tinh')
    const soon = new Date(Date.now() + 20 * 3_600_000).toISOString()
    const live = await releasedBulletin(
      ha,
      thuy,
      officialNotice({ schedule: { expiresAt: soon } }),
    )
    const sent = await ha.call('createBulletin', {
      body: officialNotice({ words: 'Lịch tiếp công dân tháng 12' }),
    })
    await ha.call('submitBulletin', { params: { id: sent.id } })
    const { manifest } = await screen.manifest()
    const hour = `${new Date().toISOString().slice(0, 13)}:00:00.000Z`
    const [item] = manifest.items
    if (item)
      await screen.report({
        asRun: [
          { releaseId: item.releaseId, hour, showings: 1234, seconds: 14_808 },
        ],
      })
    const notice = await tinh.call('createNotice', { body: floodWarning() })
    visits.push(
      { name: 'mot-ban-tin', path: `/ban-tin/${live.id}` },
      { name: 'duyet-mot', path: `/duyet/${sent.id}` },
      { name: 'soan', path: '/soan?mau=official-notice' },
      { name: 'mot-man-hinh', path: `/man-hinh/${screen.id}`, as: 'quantri' },
      { name: 'mot-thong-bao', path: `/khan/${notice.id}` },
    )
  })
  after(() => console_?.stop())

  /** Settled: nothing loads, nothing moves. */
  const visit = async (page: Page, { path, name }: Visit) => {
    await page.goto(console_.cms.url + path)
    await page.locator('h1').first().waitFor()
    await page.waitForFunction(
      () =>
        document.querySelector('.loading-rows, [aria-busy="true"]') === null,
    )
    await page.evaluate(() => document.fonts.ready)
    const { width } = page.viewportSize() ?? DESK
    if (SHOTS)
      await page.screenshot({
        path: join(SHOTS, `${name}-${width}.png`),
        fullPage: true,
      })
  }

  const faultsOf = async (page: Page, rules: boolean): Promise<string[]> => {
    const broken = rules ? await brokenRules(page) : []
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    return wide > 0 ? [...broken, `${wide} px wider than the window`] : broken
  }

  const brokenRules = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe)
    const found = await page.evaluate(() =>
      (
        globalThis as unknown as {
          axe: { run: (options: object) => Promise<AxeResults> }
        }
      ).axe.run({
        // Slides have their own rules, and their own tests.
        iframes: false,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      }),
    )
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  }

  const walk = async (
    person: PersonName,
    size: { width: number; height: number },
    way: { english?: boolean; rules?: boolean } = {},
  ) => {
    const { english = false, rules = true } = way
    const { page, context } = await console_.open(person, '/', size)
    await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()
    if (english) {
      const cookie = { name: 'lang', value: 'en', url: console_.cms.url }
      await context.addCookies([cookie])
      await page.reload()
      await page.getByRole('heading', { name: 'Today' }).waitFor()
    }
    const faults: Record<string, string[]> = {}
    for (const one of visits) {
      if ((one.as ?? 'tinh') !== person) continue
      await visit(page, { ...one, name: english ? `en-${one.name}` : one.name })
      const found = await faultsOf(page, rules)
      if (found.length > 0) faults[one.name] = found
    }
    await context.close()
    return faults
  }

  // Phones, 390 and 360 px, are walked where somebody looks.
  for (const person of ['tinh', 'quantri'] as const) {
    it(`reads well at a desk, for ${person}`, async () => {
      expect(await walk(person, DESK)).to.deep.equal({})
    })

    if (SHOTS)
      it(`reads well on a phone, for ${person}`, async () => {
        expect(await walk(person, PHONE)).to.deep.equal({})
      })
  }

  if (SHOTS)
    it('reads well on the smallest phone in English', async () => {
      const way = { english: true, rules: false }
      expect(await walk('tinh', SMALLEST, way)).to.deep.equal({})
    })

  it('has complained about nothing', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
