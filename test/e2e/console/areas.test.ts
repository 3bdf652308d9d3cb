import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { AREAS } from '../../support/start-cms.js'
import { PHONE, startConsole, type ConsoleUnderTest } from './open-console.js'

/** Where pictures go for people to look at; nowhere unless it is set. */
const PICTURES = process.env['BANGTIN_PICTURES']

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  const desk = page.viewportSize()
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  await page.setViewportSize(PHONE)
  await page.screenshot({ path: `${PICTURES}/${name}-390.png`, fullPage: true })
  if (desk) await page.setViewportSize(desk)
}

const sheet = (text: string) => ({
  name: 'xa.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

describe('areas in the console', function () {
  this.timeout(120_000)
  let console_: ConsoleUnderTest
  before(async () => {
    console_ = await startConsole()
  })
  after(async () => {
    await console_.stop()
    expect(console_.complaints).to.deep.equal([])
  })

  it('imports a sheet once its one wrong row is mended', async () => {
    const { page } = await console_.open('quantri', '/dia-ban')
    await page.getByRole('link', { name: 'Nhập từ tệp' }).click()
    const file = page.locator('input[type=file]')
    const text =
      'Mã,Tên,Loại,Trực thuộc\n95001,Xã Đăk Mới,xã,Gia Lai\n95x02,Xã Ia Nhập,xã,Gia Lai\n'
    await file.setInputFiles(sheet(text))
    await page.getByText('1 dòng cần sửa').waitFor()
    await page.getByRole('rowheader', { name: 'A3' }).waitFor()
    await picture(page, 'import-wrong')
    expect(await page.getByRole('button', { name: /^Nhập/ }).count()).to.equal(
      0,
    )

    await file.setInputFiles(sheet(text.replace('95x02', '95002')))
    await page.getByText('Mọi dòng đều hợp lệ.').waitFor()
    await picture(page, 'import-right')
    await page.getByRole('button', { name: 'Nhập 2 thay đổi' }).click()
    await page.getByText('Đã nhập 2 thay đổi.').waitFor()
    await page.getByRole('link', { name: 'Về danh sách' }).click()
    await page.getByRole('link', { name: 'Xã Đăk Mới' }).waitFor()
    await picture(page, 'areas')
  })

  it('renames an area by keyboard and keeps the former name', async () => {
    const { page } = await console_.open('quantri', `/dia-ban/${AREAS.other}`)
    const button = page.getByRole('button', { name: 'Đổi tên' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Tên', { exact: true }).fill('Phường Pleiku Mới')
    await picture(page, 'area-rename')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Phường Pleiku Mới' }).waitFor()
    await page.getByText('Phường Pleiku, ').waitFor()
    await picture(page, 'area')
  })

  it('shows others the tree and none of its acts', async () => {
    const { page } = await console_.open('ha', `/dia-ban/${AREAS.commune}`)
    await page.getByRole('heading', { name: 'Xã Ia Sơn' }).waitFor()
    await page.getByText('Tên qua các thời kỳ').waitFor()
    expect(
      await page.getByRole('button', { name: 'Đổi tên' }).count(),
    ).to.equal(0)
  })

  it('addresses a group by rule with its exact screens', async () => {
    const admin = await console_.cms.as('quantri')
    await admin.call('createGroup', {
      body: {
        name: 'Màn hình huyện cũ',
        purpose: 'former_district',
        ownerAreaId: AREAS.province,
        members: {
          by: 'rule',
          areaIds: [AREAS.commune],
          ...{ kinds: [], tags: [], languages: [], orientations: [] },
        },
      },
    })
    const { page } = await console_.open('tinh', '/khan/dien-tap')
    const group = page.getByLabel('Màn hình huyện cũ (0)')
    await group.check()
    await page.getByText('Đúng 0 màn hình').waitFor()
    expect(await group.isChecked()).to.equal(true)
    await picture(page, 'picker-groups')
  })
})
