/** Two people, two browsers, one draft: nobody's words are lost. */
import { expect } from 'chai'
import type { BrowserContext, Page } from 'playwright-core'
import { officialNotice } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import { waitFor } from '../../support/wait-for.js'
import { PHONE, startConsole, type ConsoleUnderTest } from './open-console.js'

describe('two people in one draft', function () {
  this.timeout(60_000)
  let console_: ConsoleUnderTest
  let client: CmsClient
  let ha: { page: Page; context: BrowserContext }
  let tinh: { page: Page; context: BrowserContext }
  let id: string

  before(async () => {
    console_ = await startConsole()
    client = await console_.cms.as('ha')
    id = (await client.call('createBulletin', { body: officialNotice() })).id
    ha = await console_.open('ha', `/soan?id=${id}`)
  })
  after(() => console_?.stop())

  const body = (page: Page) => page.locator('#field_body')
  const stored = async () =>
    (await client.call('getBulletin', { params: { id } })).revision

  it('see each other before they write', async () => {
    tinh = await console_.open('tinh', `/soan?id=${id}`)
    await tinh.page.getByText('Rơ Châm Hà cũng đang mở').waitFor()
    await ha.page.getByText('Trực tỉnh cũng đang mở').waitFor()
  })

  it('are told when both wrote, and see both versions', async () => {
    await ha.context.setOffline(true)
    await body(ha.page).fill('Mỗi hộ cử hai người, mang theo cuốc, xẻng.')
    await ha.page.locator('#field_signer').fill('Phó Chủ tịch')
    await ha.page.getByText('Mất mạng. Bài đang soạn vẫn được').waitFor()
    await body(tinh.page).fill('Mỗi hộ cử ba người, mang theo cuốc, xẻng.')
    await tinh.page.getByLabel('Tên bản tin').fill('Nạo vét kênh N2')
    await waitFor(async () => (await stored()).title === 'Nạo vét kênh N2')
    await ha.context.setOffline(false)
    const dialog = ha.page.getByRole('dialog')
    await dialog.getByText('Có hai bản của bản tin này').waitFor()
    await dialog.getByText('Trực tỉnh lưu lúc').waitFor()
    const both = dialog.getByRole('group', { name: /Cả hai cùng sửa/ })
    await both.locator('ins').getByText('hai').waitFor()
    await both.locator('ins').getByText('ba').waitFor()
    expect(await both.count()).to.equal(1)
    expect(
      await dialog
        .getByRole('button', { name: 'Lưu bản đã chọn' })
        .isDisabled(),
    ).to.equal(true)
  })

  it('may put it off: nothing is sent, nothing is lost', async () => {
    const dialog = ha.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Để sau' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await body(ha.page).inputValue()).to.contain('hai người')
    expect((await stored()).fields.vi['body']).to.contain('ba người')
    await ha.page.getByRole('button', { name: 'Xem hai bản để chọn' }).click()
    await dialog.getByText('Còn 1 chỗ cần chọn').waitFor()
  })

  it('choose place by place, on a phone too, and both hands are kept', async () => {
    await ha.page.setViewportSize(PHONE)
    const dialog = ha.page.getByRole('dialog')
    await dialog
      .getByRole('group', { name: /Cả hai cùng sửa/ })
      .getByRole('radio', { name: /Của ông\/bà/ })
      .check()
    await dialog.getByText('Đã chọn đủ').waitFor()
    await dialog.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
    await waitFor(async () => {
      const { title, fields } = await stored()
      return (
        title === 'Nạo vét kênh N2' &&
        fields.vi['signer'] === 'Phó Chủ tịch' &&
        String(fields.vi['body']).includes('hai người')
      )
    })
  })

  it('brings the outcome to the other by itself', async () => {
    await waitFor(async () =>
      (await body(tinh.page).inputValue()).includes('hai người'),
    )
  })

  it('says when the other has gone', async () => {
    await tinh.context.close()
    await ha.page
      .getByText('Trực tỉnh cũng đang mở')
      .waitFor({ state: 'detached' })
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
