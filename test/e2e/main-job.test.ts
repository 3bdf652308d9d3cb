/**
 * The main job with the real parts: CMS and player as processes of their own,
 * the stage in a real Chromium.
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.js'
import {
  startDemoProvince,
  type DemoProvince,
} from '../support/demo-province.js'
import { whenOffGlass, whenOnGlass } from '../support/glass.js'
import { urgentNotice } from '../support/sample-content.js'
import { signIn } from './console/open-console.js'
import { waitFor } from '../support/wait-for.js'

describe('the main job, end to end', function () {
  this.timeout(120_000)
  let province: DemoProvince
  let browser: Browser
  let page: Page

  before(async function () {
    this.timeout(180_000)
    province = await startDemoProvince({ publish: false })
    browser = await launchBrowser()
    page = await openStage()
  })
  after(async () => {
    await browser?.close()
    await province?.stop()
  })

  async function openStage(): Promise<Page> {
    const opened = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
    })
    await opened.goto(province.screenUrl())
    return opened
  }

  async function openConsole(person: string, path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'vi-VN' })
    const opened = await context.newPage()
    await opened.goto(province.cmsUrl + path)
    const account = province.demo.accounts.find(
      ({ username }) => username === person,
    )
    await signIn(opened, person, account?.password ?? '')
    return opened
  }

  async function showing(): Promise<string> {
    const duty = await province.as('quantri')
    const { screens } = await duty.call('listScreens')
    return screens[0]?.status?.showing?.kind ?? 'nothing'
  }

  it('puts what an author writes in the console on the glass', async () => {
    const place = 'Nhà rông làng Kép 1'
    const author = await openConsole('ha', '/soan?mau=polling')
    await author.locator('#field_date').fill('20/12/2099')
    await author.locator('#field_election').fill('Bầu cử bổ sung')
    await author.locator('#field_opens').fill('7:00')
    await author.locator('#field_closes').fill('19:00')
    await author.locator('#field_reminder').fill('Mang theo thẻ cử tri.')
    await author.getByRole('button', { name: 'Thêm dòng' }).click()
    await author.locator('#field_places_0_name').fill(place)
    await author.locator('#field_places_0_areas').fill('Làng Kép 1')
    await author.getByRole('button', { name: /Tiếp: nơi hiển thị/ }).click()
    await author.getByRole('treeitem', { name: /Xã Tây Sơn/ }).press('Space')
    await author.getByRole('heading', { name: 'Đúng 1 màn hình' }).waitFor()
    await author.keyboard.press('Control+Enter')
    await author.getByLabel('Số, ký hiệu').fill('12/NQ-UBBC')
    await author.getByLabel('Ngày ban hành').fill('1/11/2026')
    await author.getByLabel('Cơ quan ban hành').fill('Ủy ban bầu cử xã')
    await author.getByRole('button', { name: 'Gửi duyệt', exact: true }).click()
    await author.locator('.tag').getByText('Chờ duyệt').waitFor()

    const leader = await openConsole('thuy', '/ban-tin?trangThai=submitted')
    await leader.getByRole('link', { name: /Ngày bầu cử/ }).click()
    await leader.getByRole('link', { name: 'Duyệt và phát' }).click()
    await leader.getByRole('button', { name: /Duyệt, phát trên 1/ }).click()
    await whenOnGlass(page, place)
    await leader.getByText('1 trên 1 màn hình').waitFor()

    const id = leader.url().split('/').pop() ?? ''
    const approver = await province.as('thuy')
    await approver.call('withdrawBulletin', {
      params: { id },
      body: {},
    })
    await whenOffGlass(page, place)
    await author.context().close()
    await leader.context().close()
  })

  it('plays the bulletins of the demo by itself', async () => {
    await province.publish()
    const admin = await province.as('quantri')
    const { screens } = await admin.call('listScreens')
    expect(screens).to.have.length(1)
    const on = await admin.call('onScreen', {
      params: { id: screens[0]?.id ?? '' },
    })
    expect(on.explanations).to.have.length(11)
    expect(on.explanations.filter((one) => one.on)).to.have.length(1)
    await waitFor(async () => (await showing()) === 'item')
  })

  it('shows an urgent notice over everything and says received, then shown', async () => {
    const duty = await province.as('thuy')
    const notice = await duty.call('createNotice', {
      body: await urgentNotice(duty, 'Lũ trên sông Kôn đang lên nhanh'),
    })
    await whenOnGlass(page, 'Lũ trên sông Kôn đang lên nhanh')
    const params = { id: notice.id }
    await waitFor(async () => {
      const board = await duty.call('getNotice', { params })
      return board.counts.shown === 1
    })
    const { deliveries } = await duty.call('getNotice', { params })
    const [delivery] = deliveries
    expect(delivery?.receivedAt).to.be.a('string')
    expect(delivery?.shownAt).to.be.a('string')
    expect(Date.parse(delivery?.shownAt ?? '')).to.be.at.least(
      Date.parse(delivery?.receivedAt ?? ''),
    )
    await duty.call('recallNotice', { params })
    await whenOffGlass(page, 'Lũ trên sông Kôn đang lên nhanh')
  })

  it('plays on with the CMS gone, and after a cut of power without it', async () => {
    await province.stopCms('cut')
    const before = await page.evaluate(() => document.body.innerText)
    expect(before).to.not.match(/error|lỗi/i)
    await province.stopPlayer('cut')
    await page.close()
    await province.startPlayer()
    page = await openStage()
    await waitFor(
      async () =>
        (await page.locator('iframe').count()) > 0 &&
        (await page.evaluate(
          () =>
            [...document.querySelectorAll('iframe')]
              .map((one) => one.contentDocument?.body?.innerText ?? '')
              .join('').length > 100,
        )),
    )
    await province.startCms()
    await waitFor(async () => {
      const admin = await province.as('quantri')
      const { screens } = await admin.call('listScreens')
      return screens[0]?.connected === true
    })
  })

  it('brings a notice back after a reboot without network, and ends it on time', async () => {
    const words = 'Sạt lở tại đèo An Khê'
    const duty = await province.as('thuy')
    const body = await urgentNotice(duty, words)
    await duty.call('createNotice', {
      body: { ...body, expiresAt: new Date(Date.now() + 25_000).toISOString() },
    })
    await whenOnGlass(page, words)
    await province.stopCms('cut')
    await province.stopPlayer('cut')
    await page.close()
    await province.startPlayer()
    page = await openStage()
    await whenOnGlass(page, words)
    await whenOffGlass(page, words, 40_000)
  })
})
