/** Pairing on the spot, why a screen shows what it shows, and the urgent board. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { sayFingerprint } from '../../../shared/text/copy/say.js'
import { fingerprintOf } from '../../../shared/seal/fingerprint.js'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import { officialNotice, releaseSeen } from '../../support/bulletins.js'
import {
  heard,
  offerPairing,
  pairScreen,
  type FakeScreen,
} from '../../support/fake-screen.js'
import { PHONE, startConsole, type ConsoleUnderTest } from './open-console.js'

/** Inputs, buttons and links without a name, and whether the page is too wide. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const wide = document.documentElement.scrollWidth - window.innerWidth
    if (wide > 1) found.push(`too wide by ${wide} px`)
    const parts = 'input:not([type=hidden]), select, textarea, button, a[href]'
    for (const element of document.querySelectorAll(parts)) {
      const isNamed =
        ((element as HTMLInputElement).labels?.length ?? 0) > 0 ||
        element.hasAttribute('aria-label') ||
        element.hasAttribute('aria-labelledby') ||
        element.textContent?.trim() !== ''
      if (!isNamed) found.push(element.outerHTML.slice(0, 120))
    }
    const heads = document.querySelectorAll('h1').length
    if (heads !== 1) found.push(`${heads} main headings`)
    return found
  })
}

describe('screens and notices in the console', function () {
  this.timeout(60_000)
  let console_: ConsoleUnderTest
  let screen: FakeScreen
  let bulletinId: string

  before(async () => {
    console_ = await startConsole()
    const { cms } = console_
    screen = await pairScreen(cms.url, await cms.as('quantri'), {
      name: 'Chợ Ia Sơn',
    })
    const ha = await cms.as('ha')
    const { id } = await ha.call('createBulletin', { body: officialNotice() })
    bulletinId = id
    await ha.call('submitBulletin', { params: { id } })
    await releaseSeen(await cms.as('thuy'), id)
  })
  after(() => console_?.stop())

  it('warns against a screen whose words differ', async () => {
    const keys = await generateKeyPair()
    const offered = await offerPairing(console_.cms.url, keys)
    const { code } = (await offered.json()) as { code: string }
    const { page, context } = await console_.open(
      'quantri',
      `/ghep?code=${code}`,
      PHONE,
    )
    await page.getByRole('button', { name: 'Không giống' }).click()
    await page.getByText('Đừng ghép màn hình này.').waitFor()
    await context.close()
  })

  it('pairs a screen from a phone, by the words on both sides', async () => {
    const keys = await generateKeyPair()
    const offered = await offerPairing(console_.cms.url, keys)
    const { code } = (await offered.json()) as { code: string }
    const { page, context } = await console_.open('quantri', '/ghep', PHONE)
    await page.getByLabel('Mã trên màn hình').fill('O0')
    await page.getByRole('button', { name: 'Tìm màn hình' }).click()
    await page.getByText('Mã gồm 6 chữ và số').waitFor()
    await page
      .getByLabel('Mã trên màn hình')
      .fill(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`)
    await page.getByRole('button', { name: 'Tìm màn hình' }).click()
    const words = sayFingerprint(await fingerprintOf(keys.publicKey))
    await page.getByText(words).waitFor()
    await page.getByRole('button', { name: 'Đúng, giống hệt' }).click()
    await page.getByLabel('Tên màn hình').fill('Nhà rông Kép 1')
    await page.getByLabel('Địa bàn').selectOption({ label: '\u2003Xã Ia Sơn' })
    await page.getByRole('button', { name: 'Ghép màn hình' }).click()
    await page.getByRole('heading', { name: 'Nhà rông Kép 1' }).waitFor()
    await context.close()
  })

  it('puts screens with a fault first, and finds without accents', async () => {
    const { page, context } = await console_.open('ha', '/man-hinh')
    await page.getByText('trên 2 màn hình chạy đúng').waitFor()
    await page.getByLabel('Tìm theo tên, thôn, làng').fill('cho ia son')
    await page.getByText('Nhà rông Kép 1').waitFor({ state: 'detached' })
    expect(page.url()).to.contain('tim=')
    await context.close()
  })

  it('shows what is on a screen and says why', async () => {
    const { page, context } = await console_.open(
      'ha',
      `/man-hinh/${screen.id}`,
    )
    await page
      .frameLocator('.glass iframe >> nth=1')
      .getByText('Nạo vét kênh mương')
      .first()
      .waitFor()
    await page.locator('.why li[data-on=true]').waitFor()
    await page.getByLabel('Ngày', { exact: true }).fill('1/1/2020')
    await page.getByLabel('Giờ', { exact: true }).fill('12h')
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByText('Trên màn hình lúc 12:00, 01/01/2020').waitFor()
    expect(page.url()).to.contain('luc=2020-01-01')
    await context.close()
  })

  it('sends a drill only after three ticks and a hold', async () => {
    const socket = await screen.connect()
    const pushed = heard(socket, 'notice')
    const { page, context } = await console_.open('thuy', '/khan/dien-tap')
    await page.getByLabel('Chuyện gì, ở đâu').fill('Lũ trên sông Ba')
    await page.getByLabel('Hình hiểm họa').selectOption({ label: 'Lũ, ngập' })
    await page.getByLabel('Việc phải làm').fill('Sơ tán ngay!')
    await page.getByRole('button', { name: 'Thêm dòng' }).click()
    await page.locator('#field_advice_0_title').fill('Đi ngay')
    await page.getByRole('treeitem', { name: /Chợ Ia Sơn/ }).press('Space')
    const hold = page.getByRole('button', { name: /DIỄN TẬP trên 1 màn hình/ })
    expect(await hold.isDisabled()).to.equal(true)
    for (const tick of ['Đúng nội dung', 'Đúng nơi', 'Đúng thời hạn']) {
      await page.getByLabel(tick).check()
    }
    await hold.click()
    expect(page.url()).to.contain('/khan/dien-tap')
    await hold.focus()
    await page.keyboard.down('Space')
    await page.getByText('DIỄN TẬP đang phát').waitFor()
    await page.keyboard.up('Space')
    await pushed
    await page.getByRole('heading', { name: /Sơ tán ngay|Lũ trên/ }).waitFor()
    await page.getByRole('button', { name: 'Kết thúc thông báo khẩn' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Kết thúc thông báo khẩn' })
      .click()
    await page.getByText('DIỄN TẬP đã kết thúc').waitFor()
    socket.close()
    await context.close()
  })

  it('names every control and fits a phone on every page', async () => {
    const { page, context } = await console_.open('tinh', '/ban-tin', PHONE)
    await page.getByRole('heading', { name: 'Bản tin' }).waitFor()
    const paths = [
      '/ban-tin',
      `/ban-tin/${bulletinId}`,
      '/soan/mau',
      '/soan?mau=polling',
      '/soan?mau=polling&buoc=2',
      '/soan?mau=polling&buoc=3',
      '/soan?mau=polling&buoc=4',
      '/man-hinh',
      `/man-hinh/${screen.id}`,
      '/ghep',
      '/khan',
      '/khan/phat-that',
      '/khong-co',
    ]
    for (const path of paths) {
      await page.goto(console_.cms.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await faultsOf(page), path).to.deep.equal([])
    }
    await context.close()
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
