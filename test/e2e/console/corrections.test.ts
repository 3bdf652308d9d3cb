/** A wrong name in two bulletins: found, mended once, approved once. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { officialNotice, releasedBulletin } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import { pairScreen, type FakeScreen } from '../../support/fake-screen.js'
import { AREAS } from '../../support/start-cms.js'
import { DESK, PHONE, startConsole } from './open-console.js'
import type { ConsoleUnderTest } from './open-console.js'

const WRONG = 'Rơ Mah Hới'
const RIGHT = 'Rơ Mah Hơi'

describe('corrections and history in the console', function () {
  this.timeout(60_000)
  let console_: ConsoleUnderTest
  let ha: CmsClient
  let thuy: CmsClient
  let screen: FakeScreen
  let page: Page
  const ids: string[] = []

  before(async () => {
    console_ = await startConsole()
    const { cms } = console_
    screen = await pairScreen(cms.url, await cms.as('quantri'))
    ha = await cms.as('ha')
    thuy = await cms.as('thuy')
    const notice = officialNotice()
    const said = (body: string, signer: string) =>
      officialNotice({
        title: body,
        fields: { vi: { ...notice.fields.vi, body, signer } },
      })
    for (const one of [
      said(`Gặp ông ${WRONG} tại trụ sở.`, WRONG),
      said('Bà Rơ Mah Hoi tiếp dân.', WRONG),
      said('Không có tên ai.', 'Chủ tịch'),
    ])
      ids.push((await releasedBulletin(ha, thuy, one)).id)
    const elsewhere = await cms.as('binh')
    await elsewhere.call('createBulletin', {
      body: officialNotice({ ownerAreaId: AREAS.other, words: WRONG }),
    })
  })
  after(() => console_?.stop())

  it('finds every place without accents, and doubts what has others', async () => {
    ;({ page } = await console_.open('ha', '/dinh-chinh'))
    await page.getByText('Chưa có lần đính chính nào.').waitFor()
    await page.getByRole('link', { name: 'Đính chính một chỗ sai' }).click()
    await page.getByLabel('Tên hoặc câu đang sai').fill('ro mah hoi')
    await page.keyboard.press('Enter')
    await page.getByText('chỗ trong 2 bản tin đang phát').first().waitFor()
    await page.getByLabel('Tên hoặc câu đang sai').fill(WRONG)
    await page.keyboard.press('Enter')
    // The other name, written with other accents, is not chosen by itself.
    await page.getByText('Khác dấu, xem kỹ').first().waitFor()
    expect(
      await page.getByRole('checkbox', { checked: true }).count(),
    ).to.equal(4)
  })

  it('shows the slides before and after, and is sent once', async () => {
    await page.getByLabel('Sửa thành').fill(RIGHT)
    await page.getByLabel('Vì sao sửa').fill('Sai tên trong danh sách')
    await page.getByRole('button', { name: 'Xem hình trước và sau' }).click()
    const second = page.locator('.before-after').first()
    await second.locator('ins').getByText('Hơi').first().waitFor()
    const slides = second.locator('.glass')
    await slides.nth(1).waitFor()
    expect(await slides.count()).to.equal(2)
    await page
      .getByRole('button', { name: 'Gửi duyệt 2 bản tin một lần' })
      .click()
    await page.getByText('Người đề nghị không tự duyệt được').waitFor()
  })

  it('takes one approval on a phone, and says which screens lack it', async () => {
    const other = await console_.open('thuy', '/duyet', PHONE)
    await other.page.getByRole('link', { name: `“${WRONG}”` }).click()
    await other.page
      .getByRole('button', { name: 'Duyệt, đính chính 2 bản tin' })
      .click()
    await other.page.getByText('0 trên 1 màn hình').waitFor()
    await other.page.locator('.arrivals').getByText('Chưa có').waitFor()
    await other.context.close()
    const { manifest } = await screen.manifest()
    const titles = manifest.items.map(({ title }) => title)
    expect(titles).to.include(`Gặp ông ${RIGHT} tại trụ sở.`)
    await page.getByText('0 trên 1 màn hình').waitFor()
  })

  it('keeps the old revision in the history, side by side', async () => {
    await page.goto(`${console_.cms.url}/ban-tin/${ids[0]}/lich-su`)
    await page.setViewportSize(DESK)
    await page.getByRole('button', { name: /Phiên bản 2/ }).waitFor()
    await page.getByText('Sai tên trong danh sách').waitFor()
    const diff = page.locator('.revision-diff')
    await diff.locator('del').getByText('Hới').first().waitFor()
    await diff.locator('ins').getByText('Hơi').first().waitFor()
  })

  it('brings an old revision back as a draft in one act', async () => {
    await page.getByRole('button', { name: /Phiên bản 1/ }).click()
    await page
      .getByRole('button', { name: 'Lấy lại thành bản nháp mới' })
      .click()
    await page.getByText('Đã lấy lại phiên bản 1').waitFor()
    await page.locator('#field_signer').waitFor()
    expect(await page.locator('#field_signer').inputValue()).to.equal(WRONG)
    const view = await ha.call('getBulletin', { params: { id: ids[0] ?? '' } })
    expect(view).to.include({ state: 'draft', liveRevisionNumber: 2 })
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
