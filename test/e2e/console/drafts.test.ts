/** Nothing that was typed is ever lost: conflicts, lost networks, returns. */
import { expect } from 'chai'
import type { BrowserContext, Page } from 'playwright-core'
import { officialNotice } from '../../support/bulletins.js'
import { pairScreen } from '../../support/fake-screen.js'
import type { CmsClient } from '../../support/cms-client.js'
import { waitFor } from '../../support/wait-for.js'
import { startConsole, type ConsoleUnderTest } from './open-console.js'

describe('drafts in the console', function () {
  this.timeout(60_000)
  let console_: ConsoleUnderTest
  let ha: CmsClient
  let page: Page
  let context: BrowserContext
  let id: string

  before(async () => {
    console_ = await startConsole()
    const { cms } = console_
    await pairScreen(cms.url, await cms.as('quantri'))
    ha = await cms.as('ha')
    id = (await ha.call('createBulletin', { body: officialNotice() })).id
    ;({ page, context } = await console_.open('ha', `/soan?id=${id}`))
  })
  after(() => console_?.stop())

  const title = () => page.getByLabel('Tên bản tin')
  const stored = async () =>
    (await ha.call('getBulletin', { params: { id } })).revision.title

  it('save themselves a moment after typing', async () => {
    await title().fill('Nạo vét kênh, lần hai')
    await page.getByText('Đã tự lưu lúc').waitFor()
    expect(await stored()).to.equal('Nạo vét kênh, lần hai')
  })

  it('follow a colleague who saved while nothing here waited', async () => {
    const { version, revision } = await ha.call('getBulletin', {
      params: { id },
    })
    await ha.call('saveDraft', {
      params: { id },
      body: { ...revision, title: 'Của họ', expectedVersion: version },
    })
    await page.getByText('Đã lấy bản mới').waitFor()
    expect(await title().inputValue()).to.equal('Của họ')
  })

  it('keep the words through a lost network, and save them after', async () => {
    await context.setOffline(true)
    await title().fill('Viết lúc mất mạng')
    await page.getByText('Mất mạng. Bài đang soạn vẫn được giữ').waitFor()
    expect(await stored()).to.equal('Của họ')
    await context.setOffline(false)
    await waitFor(async () => (await stored()) === 'Viết lúc mất mạng')
  })

  it('come back after the tab died before saving', async () => {
    await context.setOffline(true)
    await title().fill('Viết rồi tắt máy')
    await page.getByText('Mất mạng. Bài đang soạn vẫn được giữ').waitFor()
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    page = await context.newPage()
    await page.goto(`${console_.cms.url}/soan?id=${id}`)
    await waitFor(async () => (await stored()) === 'Viết rồi tắt máy')
    expect(await title().inputValue()).to.equal('Viết rồi tắt máy')
  })

  it('list what has to be mended, and lead to the field', async () => {
    await page.locator('#field_body').fill('')
    await page.getByRole('button', { name: /Kiểm tra và gửi duyệt/ }).click()
    await page.getByText('Còn 1 chỗ cần sửa').first().waitFor()
    expect(
      await page
        .getByRole('button', { name: 'Gửi duyệt', exact: true })
        .isDisabled(),
    ).to.equal(true)
    await page.getByRole('button', { name: 'Sửa', exact: true }).click()
    await page.getByText('Còn 1 chỗ cần sửa').waitFor()
    await page.locator('.note ul a').click()
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal(
      'field_body',
    )
  })

  it('come back from the approver with the reason', async () => {
    await page.locator('#field_body').fill('Mỗi hộ cử một người.')
    await page.getByText('Đã tự lưu lúc').waitFor()
    await page.getByRole('button', { name: /Kiểm tra và gửi duyệt/ }).click()
    await page.getByRole('button', { name: 'Gửi duyệt', exact: true }).click()
    await page.locator('.tag').getByText('Chờ duyệt').waitFor()
    const other = await console_.open('thuy', `/ban-tin/${id}`)
    await other.page.getByRole('button', { name: 'Trả lại' }).click()
    const dialog = other.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Trả lại' }).click()
    await dialog.getByText('Viết lý do').waitFor()
    await dialog.getByRole('button', { name: 'Thiếu căn cứ.' }).click()
    await dialog.getByRole('button', { name: 'Trả lại' }).click()
    await other.page.locator('.tag').getByText('Bị trả lại').waitFor()
    await other.context.close()
    await page.locator('.note').getByText('Thiếu căn cứ.').waitFor()
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
