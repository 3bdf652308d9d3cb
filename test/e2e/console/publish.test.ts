/** The first journey: one person writes, another releases, a screen has it. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { pairScreen, type FakeScreen } from '../../support/fake-screen.js'
import { waitFor } from '../../support/wait-for.js'
import {
  PHONE,
  signIn,
  startConsole,
  type ConsoleUnderTest,
} from './open-console.js'

const PLACE = 'Trường Tiểu học Ia Sơn'

/** Words on the slide (the frame above the furniture), through its sandbox. */
function onSlide(page: Page, words: string) {
  return page.frameLocator('.glass iframe >> nth=1').getByText(words).first()
}

describe('publishing with the console', function () {
  this.timeout(60_000)
  let console_: ConsoleUnderTest
  let screen: FakeScreen
  let author: Page

  before(async () => {
    console_ = await startConsole()
    screen = await pairScreen(
      console_.cms.url,
      await console_.cms.as('quantri'),
      { name: 'Nhà văn hóa Plei Bông' },
    )
  })
  after(() => console_?.stop())

  it('refuses a wrong password in words, and keeps the name', async () => {
    await console_.cms.as('ha')
    const { page, context } = await console_.open(null, '/ban-tin')
    await signIn(page, 'ha', 'sai-mat-khau')
    await page.getByRole('alert').getByText('không đúng').waitFor()
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).to.equal('ha')
    await context.close()
  })

  it('shows an empty list that starts the work', async () => {
    author = (await console_.open('ha', '/ban-tin')).page
    await author.getByText('Chưa có bản tin nào.').waitFor()
    await author.getByRole('link', { name: 'Soạn bản tin đầu tiên' }).click()
    await author.getByRole('heading', { name: 'Chọn mẫu' }).waitFor()
  })

  it('draws the real slide while the fields are filled', async () => {
    await author
      .getByRole('link', { name: 'Ngày bầu cử và nơi bỏ phiếu' })
      .click()
    await author.locator('#field_date').fill('15/3/2026')
    await author
      .locator('#field_election')
      .fill('Bầu cử đại biểu Hội đồng nhân dân xã Ia Sơn')
    await author.locator('#field_opens').fill('7h')
    await author.locator('#field_closes').fill('19:00')
    await author.locator('#field_reminder').fill('Mang theo thẻ cử tri.')
    await author.getByRole('button', { name: 'Thêm dòng' }).click()
    const first = author.locator('#field_places_0_name')
    await first.fill(PLACE)
    await onSlide(author, PLACE).waitFor()
    await onSlide(author, 'Mang theo thẻ cử tri.').waitFor()
    await author.getByText('Vừa 1 trang, không mất chữ').waitFor()
    await author.getByRole('button', { name: 'Dọc' }).click()
    await author.locator('.bezel-portrait').waitFor()
    await onSlide(author, PLACE).waitFor()
  })

  it('fills rows from cells copied in a spreadsheet', async () => {
    await author.locator('#field_places_0_name').evaluate((field, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true }),
      )
    }, `${PLACE}\tThôn Hòa Bình\nNhà rông làng Kép 1\tLàng Kép 1`)
    await author.getByText('Đã dán 2 dòng.').waitFor()
    await onSlide(author, 'Nhà rông làng Kép 1').waitFor()
  })

  it('names the exact screens before anything is sent', async () => {
    await author.getByRole('button', { name: /Tiếp: nơi hiển thị/ }).click()
    await author.getByRole('heading', { name: 'Đúng 0 màn hình' }).waitFor()
    await author.getByRole('treeitem', { name: /Xã Ia Sơn/ }).press('Space')
    await author.getByRole('heading', { name: 'Đúng 1 màn hình' }).waitFor()
    await author
      .locator('.screen-names')
      .getByText('Nhà văn hóa Plei Bông')
      .waitFor()
  })

  it('says the times in one sentence', async () => {
    await author.getByRole('button', { name: /Tiếp: khung giờ/ }).click()
    await author.getByLabel('Đến hết ngày').fill('31/12/2099')
    await author.getByRole('button', { name: 'Chủ nhật' }).click()
    await author
      .getByText('Đến hết 31/12/2099; thứ Hai – thứ Bảy; cả ngày')
      .waitFor()
  })

  it('sends it to be approved, and its author cannot approve it', async () => {
    await author.keyboard.press('Control+Enter')
    await author.getByText('Đã điền đủ').waitFor()
    await author.getByLabel('Số, ký hiệu').fill('12/NQ-UBBC')
    await author.getByLabel('Ngày ban hành').fill('1/11/2026')
    await author.getByLabel('Cơ quan ban hành').fill('Ủy ban bầu cử xã')
    await author.getByRole('button', { name: 'Gửi duyệt', exact: true }).click()
    await author.locator('.tag').getByText('Chờ duyệt').waitFor()
    await author.getByText('Đang chờ người khác duyệt').waitFor()
    expect(
      await author.getByRole('link', { name: 'Duyệt và phát' }).count(),
    ).to.equal(0)
  })

  it('lets another person release it, and the screen has it', async () => {
    const { page, context } = await console_.open(
      'thuy',
      '/ban-tin?trangThai=submitted&tim=bau+cu',
    )
    await page.getByRole('link', { name: /Ngày bầu cử/ }).click()
    await onSlide(page, PLACE).waitFor()
    await page.getByRole('link', { name: 'Duyệt và phát' }).click()
    await onSlide(page, PLACE).waitFor()
    await page.getByText('12/NQ-UBBC, ngày 01/11/2026').waitFor()
    await page.setViewportSize(PHONE)
    await page.getByRole('button', { name: /Duyệt, phát trên 1/ }).click()
    await page.locator('.tag').getByText('Đang phát').waitFor()
    await waitFor(async () => {
      const { manifest } = await screen.manifest()
      return manifest.items.some((item) => item.title.includes('Ngày bầu cử'))
    })
    await context.close()
  })

  it('tells the author without a reload', async () => {
    await author.locator('.tag').getByText('Đang phát').waitFor()
    await author.getByText('0 trên 1 màn hình').waitFor()
  })

  it('speaks English after one press, and remembers it', async () => {
    await author.getByRole('button', { name: 'Switch to English' }).click()
    await author.locator('.tag').getByText('On air').waitFor()
    await author.reload()
    await author.locator('.tag').getByText('On air').waitFor()
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
