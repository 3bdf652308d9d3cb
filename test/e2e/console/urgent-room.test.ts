/** Two officers, a correction on the glass, and the switch that stops all. */
import { join } from 'node:path'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { floodWarning } from '../../support/bulletins.js'
import {
  heard,
  pairScreen,
  type FakeScreen,
  type ScreenSocket,
} from '../../support/fake-screen.js'
import { AREAS } from '../../support/start-cms.js'
import { PHONE, startConsole, type ConsoleUnderTest } from './open-console.js'

/** Where pictures of the pages go, for a person to look at. */
const SHOTS = process.env['BANGTIN_TEST_SHOTS']

describe('the urgent room in the console', function () {
  this.timeout(60_000)
  let console_: ConsoleUnderTest
  let screen: FakeScreen
  let socket: ScreenSocket

  before(async () => {
    console_ = await startConsole()
    const { cms } = console_
    const admin = await cms.as('quantri')
    screen = await pairScreen(cms.url, admin, { name: 'Chợ Ia Sơn' })
    await pairScreen(cms.url, admin, { name: 'Nhà rông Kép 1' })
    socket = await screen.connect()
    await admin.call('saveNoticePolicy', {
      params: { areaId: AREAS.province },
      body: { rule: 'two' },
    })
  })
  after(async () => {
    socket?.close()
    await console_?.stop()
  })

  const shoot = async (page: Page, name: string) => {
    if (SHOTS)
      await page.screenshot({
        path: join(SHOTS, `${name}.png`),
        fullPage: true,
      })
  }
  const tickAll = async (page: Page) => {
    for (const tick of ['Đúng nội dung', 'Đúng nơi', 'Đúng thời hạn'])
      await page.getByLabel(tick).check()
  }
  const hold = async (page: Page, name: RegExp, until: () => Promise<void>) => {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.down('Space')
    await until()
    await page.keyboard.up('Space')
  }

  it('lets a second officer read, tick and send what the first wrote', async () => {
    const duty = await console_.cms.as('thuy')
    const order = await duty.call('createNoticeOrder', { body: floodWarning() })
    const pushed = heard(socket, 'notice')
    const { page, context } = await console_.open('tinh', '/khan', PHONE)
    await page.getByText('Chờ người trực thứ hai xác nhận').waitFor()
    await shoot(page, 'khan-390')
    await page.getByRole('link', { name: order.title }).click()
    await page.getByText('Tới 2 màn hình, 1 đang nối mạng.').first().waitFor()
    await tickAll(page)
    await shoot(page, 'khan-cho-390')
    await hold(page, /xác nhận và phát trên 2 màn hình/, () =>
      page.getByText('Thông báo khẩn đang phát – thật').waitFor(),
    )
    await pushed
    await shoot(page, 'khan-bang-390')
    await context.close()
  })

  it('does not offer the first officer to confirm his own', async () => {
    const duty = await console_.cms.as('thuy')
    const { id } = await duty.call('createNoticeOrder', {
      body: floodWarning(),
    })
    const { page, context } = await console_.open('thuy', `/khan/cho/${id}`)
    await page.getByText('Bạn là người soạn.').waitFor()
    expect(await page.locator('button.hold').count()).to.equal(0)
    await shoot(page, 'khan-cho-1440')
    await page.getByRole('button', { name: 'Bỏ, không phát' }).click()
    await page.getByRole('heading', { name: 'Thông báo khẩn' }).waitFor()
    await context.close()
  })

  it('corrects what is on the glass from its own page', async () => {
    const { page, context } = await console_.open('thuy', '/khan')
    await page.locator('.notice-row a').first().click()
    await page.getByRole('button', { name: /Gửi lại ngay cho/ }).waitFor()
    await shoot(page, 'khan-bang-1440')
    await page.getByRole('link', { name: 'Sửa nội dung đang phát' }).click()
    await page.getByLabel('Việc phải làm').fill('Lên đồi ngay!')
    await tickAll(page)
    await shoot(page, 'khan-sua-1440')
    const pushed = heard(socket, 'notice')
    await hold(page, /phát bản sửa trên 2 màn hình/, () =>
      page.getByText('Bản sửa lần 1').waitFor(),
    )
    await pushed
    await page.getByRole('heading', { name: /Lên đồi ngay!/ }).waitFor()
    await context.close()
  })

  it('stops everything from a phone, and lets it play again', async () => {
    const { page, context } = await console_.open(
      'thuy',
      '/khan/dung-tat-ca',
      PHONE,
    )
    await page.getByText('Tới 2 màn hình').waitFor()
    const held = page.getByRole('button', { name: /DỪNG 2 màn hình/ })
    expect(await held.isDisabled()).to.equal(true)
    await page.getByLabel('Lý do').fill('Nghi có người chiếm màn hình')
    await shoot(page, 'khan-dung-390')
    const pushed = heard(socket, 'notice')
    await hold(page, /DỪNG 2 màn hình/, () =>
      page.getByText('Các màn hình này đang dừng').waitFor(),
    )
    await pushed
    await shoot(page, 'khan-dung-bang-390')
    await page.getByRole('button', { name: 'Cho phát lại' }).click()
    const recalled = heard(socket, 'recall')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Cho phát lại' })
      .click()
    await page.getByText('Đã cho phát lại').waitFor()
    await recalled
    await context.close()
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
