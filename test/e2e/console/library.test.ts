import { expect } from 'chai'
import sharp from 'sharp'
import type { Page } from 'playwright-core'
import { pdf } from '../../support/films.js'
import { PHONE, startConsole, type ConsoleUnderTest } from './open-console.js'

/** Where pictures go for people to look at; nowhere unless it is set. */
const PICTURES = process.env['BANGTIN_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  const desk = page.viewportSize()
  await page.setViewportSize(PHONE)
  await page.screenshot({
    path: `${PICTURES}/${name}-390.png`,
    fullPage: true,
  })
  if (desk) await page.setViewportSize(desk)
}

/** Two figures on a green ground, wide. */
const photo = (hue: string) =>
  sharp({
    create: { width: 1600, height: 900, channels: 3, background: hue },
  })
    .composite([
      {
        input: Buffer.from(
          '<svg width="300" height="500"><circle cx="150" cy="120" r="110" fill="#e8b894"/><rect x="30" y="240" width="240" height="260" fill="#9c1320"/></svg>',
        ),
        left: 1200,
        top: 250,
      },
    ])
    .jpeg()
    .toBuffer()

describe('the library in the console', function () {
  this.timeout(120_000)
  let console_: ConsoleUnderTest
  before(async () => {
    console_ = await startConsole()
  })
  after(() => console_.stop())

  it('refuses a file in words, takes others, and finds them without accents', async () => {
    const { page } = await console_.open('ha', '/kho')
    await page.getByText('Kho chưa có tệp nào.').waitFor()
    await picture(page, 'library-empty')
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'lừa.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      },
      {
        name: 'Lễ hội cầu an.jpg',
        mimeType: 'image/jpeg',
        buffer: await photo('#2f6b3a'),
      },
      {
        name: 'Thông báo 27.pdf',
        mimeType: 'application/pdf',
        buffer: pdf(3),
      },
    ])
    const tray = page.getByRole('region', { name: 'Tệp đang tải lên' })
    await tray.getByText('Ảnh SVG có thể chứa mã lệnh').waitFor()
    await tray.getByText('Đã vào kho.').nth(1).waitFor()
    await page.locator('.media-card').nth(1).waitFor()
    await picture(page, 'library')
    await page.getByRole('searchbox').fill('le hoi cau an')
    await page.waitForFunction(
      () => document.querySelectorAll('.media-card').length === 1,
    )
    await page.locator('.media-card a').click()
    await page.getByLabel('Mô tả ảnh, tiếng Việt').waitFor()
  })

  it('keeps words, a focal point moved by keys, and a cut of its own', async () => {
    const { page } = await console_.open('ha', '/kho?loai=picture')
    await page.locator('.media-card a').first().click()
    await page
      .getByLabel('Mô tả ảnh, tiếng Việt')
      .fill('Một người đứng trước nhà rông')
    await page.getByLabel('Được dùng đến hết ngày').fill('31/12/2030')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu.').first().waitFor()

    const mark = page.getByRole('button', { name: /^Điểm chính:/ })
    const before = await mark.getAttribute('aria-label')
    await mark.press('ArrowRight')
    await mark.press('ArrowDown')
    expect(await mark.getAttribute('aria-label')).to.not.equal(before)
    await page.getByText('Cắt cho màn hình dọc').click()
    await page.getByRole('button', { name: 'Đặt khung cắt riêng' }).click()
    const frame = page.getByRole('button', { name: 'Khung cắt', exact: true })
    await frame.press('ArrowLeft')
    await frame.press('Shift+ArrowUp')
    await picture(page, 'library-item')
    await page.getByRole('button', { name: 'Lưu cách cắt' }).click()
    await page
      .getByRole('button', { name: 'Lưu cách cắt', disabled: true })
      .waitFor()
    const id = page.url().split('/').at(-1) ?? ''
    const kept = await console_.cms.cms.core.media.find(id)
    expect(kept?.alt).to.equal('Một người đứng trước nhà rông')
    expect(kept?.rightsUntil).to.equal('2030-12-31')
    expect(kept?.crops.portrait?.width).to.be.lessThan(0.6)
    await page.goto(`${console_.cms.url}/kho?loai=document`)
    await page.locator('.media-card a').first().click()
    await page.locator('.page-grid img').nth(2).waitFor()
    await picture(page, 'library-document')
  })

  it('makes a draft of a table, its columns matched and bad cells named', async () => {
    const { page } = await console_.open('ha', '/kho')
    await page.locator('input[type=file]').setInputFiles({
      name: 'Giá nông sản.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Mặt hàng;Giá;Đơn vị\nCà phê nhân;97.500;đ/kg\nHồ tiêu;chưa rõ;đ/kg\n',
      ),
    })
    await page.getByRole('link', { name: 'Xem và ghi mô tả' }).last().click()
    await page
      .getByRole('link', { name: 'Soạn bản tin từ văn bản này' })
      .click()
    await page.getByText('Dòng 3, “Giá”: không đọc được').waitFor()
    await picture(page, 'library-table')
    await page.getByRole('button', { name: 'Tạo bản nháp' }).click()
    await page.waitForURL(/\/soan\?id=/)
    const id = new URL(page.url()).searchParams.get('id') ?? ''
    const ha = await console_.cms.as('ha')
    const draft = await ha.call('getBulletin', { params: { id } })
    expect(draft.revision.templateId).to.equal('prices')
    expect(draft.revision.fields.vi['rows']).to.deep.equal([
      { name: 'Cà phê nhân', price: 97_500, unit: 'đ/kg' },
      { name: 'Hồ tiêu', price: 'chưa rõ', unit: 'đ/kg' },
    ])
  })

  it('sends a picture from the editor and puts it in the field at once', async () => {
    const { page } = await console_.open('ha', '/soan?mau=candidate')
    await page.getByRole('button', { name: 'Ảnh chân dung: Chọn ảnh' }).click()
    await page.locator('.mantine-Modal-content .media-card').first().waitFor()
    await picture(page, 'library-picker')
    await page
      .locator('.mantine-Modal-content input[type=file]')
      .setInputFiles({
        name: 'chân dung.jpg',
        mimeType: 'image/jpeg',
        buffer: await photo('#0f4a5e'),
      })
    await page.getByRole('img', { name: 'chân dung.jpg' }).waitFor()
    expect(console_.complaints).to.deep.equal([])
  })
})
