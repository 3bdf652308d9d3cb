import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type { StageState } from '../../../shared/contract/stage-link.js'
import { withNotice } from '../../../shared/programme/apply-orders.js'
import { launchBrowser } from '../../support/browser.js'
import { startCoreDouble, type CoreDouble } from './core-double.js'
import { colouredSlide, sampleManifest, sampleNotice } from './stage-samples.js'

const state = (
  manifest: Manifest,
  link: StageState['link'] = 'online',
): StageState => ({
  clockOffsetMs: 0,
  screenName: manifest.screen.name,
  link,
  mode: { kind: 'playing', manifest },
})

describe('the page of the stage', () => {
  let browser: Browser
  let core: CoreDouble
  let page: Page
  let manifest: Manifest

  before(async () => {
    browser = await launchBrowser()
  })
  beforeEach(async () => {
    core = await startCoreDouble()
    manifest = sampleManifest(core.files, [
      { id: 'item-a', html: colouredSlide('A', '#cfe'), seconds: 3600 },
    ])
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(core.url)
    core.say(state(manifest))
    await core.waitShown(({ id }) => id === 'item-a')
  })
  afterEach(async () => {
    await page.close()
    await core.stop()
  })
  after(() => browser.close())

  it('changes nothing for a state that it cannot read', async () => {
    core.say('{"mode":')
    core.say({ mode: { kind: 'playing', manifest: { number: 'x' } } })
    core.say(state(manifest, 'offline'))
    await page.waitForSelector('.link-mark:not([hidden])')
    expect(core.shown.map(({ what }) => what.event)).to.deep.equal(['painted'])
  })

  it('paints a notice and says so', async () => {
    const now = Date.now()
    const html = colouredSlide('Sơ tán', '#b00e1e')
    const notice = sampleNotice(core.files, html, [now - 1000, now + 3_600_000])
    core.say(state(withNotice(manifest, notice)))
    await core.waitShown(({ kind }) => kind === 'notice')
    const told = core.shown.find(({ what }) => what.kind === 'notice')?.what
    expect(told).to.include({
      id: 'notice-1',
      event: 'painted',
      slide: notice.slides[0]?.sha256,
    })
  })

  it('plays on without its core and tells it everything later', async () => {
    core.refuse(true)
    core.cutEvents()
    await core.waitRefused()
    await core.waitRefused()
    const now = Date.now()
    expect(await page.locator('iframe').count()).to.equal(2)
    core.refuse(false)
    const html = colouredSlide('Sơ tán', '#b00e1e')
    core.say(
      state(
        withNotice(
          manifest,
          sampleNotice(core.files, html, [now - 1000, now + 3_600_000]),
        ),
      ),
    )
    await core.waitShown(({ kind }) => kind === 'notice')
    expect(core.shown.map(({ what }) => `${what.id} ${what.event}`)).to.include(
      'item-a ended',
    )
  })

  it('lays the programme out anew when somebody turns the screen', async () => {
    await page.setViewportSize({ width: 1080, height: 1920 })
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLElement>('.canvas')?.offsetWidth === 1080,
    )
    await page.waitForFunction(() =>
      [...document.querySelectorAll('iframe')].some((frame) =>
        frame.contentDocument?.body?.innerText.includes('A'),
      ),
    )
    expect(await page.locator('.canvas').count()).to.equal(1)
  })

  it('lets nobody open a menu or select', async () => {
    const prevented = await page.evaluate(() => {
      const event = new MouseEvent('contextmenu', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    })
    expect(prevented).to.equal(true)
    const cursor = await page.evaluate(
      () => getComputedStyle(document.body).cursor,
    )
    expect(cursor).to.equal('none')
  })

  it('starts anew by itself after an error of its own and says which', async () => {
    const reloaded = page.waitForEvent('load')
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('hỏng')
      })
    })
    await core.waitShown(
      ({ id, reason }) => id === 'stage' && (reason ?? '').includes('hỏng'),
    )
    await reloaded
    const painted = () =>
      core.shown.filter(({ what }) => what.event === 'painted').length
    await core.waitShown(() => painted() === 2)
  })
})
