/** The audit as its auditor reads it: found, opened, proved and taken along. */
import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { officialNotice } from '../../support/bulletins.js'
import { pairScreen } from '../../support/fake-screen.js'
import { PHONE, startConsole, type ConsoleUnderTest } from './open-console.js'

/** Where a person who works on the page wants to look at it. */
const PICTURES = process.env['BANGTIN_TEST_PICTURES']

describe('the audit in the console', function () {
  this.timeout(90_000)
  let desk: ConsoleUnderTest
  before(async () => {
    desk = await startConsole()
    await pairScreen(desk.cms.url, await desk.cms.as('quantri'))
    const ha = await desk.cms.as('ha')
    const body = officialNotice({ words: 'Lịch cắt điện' })
    const { id } = await ha.call('createBulletin', { body })
    await ha.call('submitBulletin', { params: { id } })
  })
  after(() => desk.stop())

  it('is in the menu of those who watch only', async () => {
    const { page, context } = await desk.open('ha', '/ban-tin')
    await page.getByRole('link', { name: 'Bản tin' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Nhật ký' }).count()).to.equal(
      0,
    )
    await context.close()
  })

  it('is searched, opened by keyboard, proved and exported', async () => {
    const { page, context } = await desk.open('soat', '/nhat-ky')
    await page.getByLabel('Tìm người, tên, nội dung').fill('lich cat dien')
    const line = page.getByRole('button', { name: /gửi duyệt bản tin/ })
    await line.focus()
    await page.keyboard.press('Enter')
    const opened = page.locator('.audit-open')
    await opened.waitFor()
    expect(await opened.locator('del').innerText()).to.equal('Bản nháp')
    expect(await opened.locator('ins').innerText()).to.equal('Chờ duyệt')
    await page.getByRole('button', { name: 'Chứng thực' }).click()
    const proof = page.locator('[data-proof]')
    expect(await proof.innerText()).to.match(/nguyên vẹn: \d+ dòng/)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/audit-1440.png` })
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Xuất CSV' }).click()
    const file = await (await download).path()
    const text = await readFile(file, 'utf8')
    expect(text).to.contain('bulletin.submitted')
    expect(text).not.to.contain('account.signed_in')
    await context.close()
  })

  it('fits a phone', async () => {
    const { page, context } = await desk.open('soat', '/nhat-ky', PHONE)
    await page.locator('.audit-line').first().click()
    await page.locator('.audit-open').waitFor()
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(wide).to.be.at.most(0)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/audit-390.png` })
    expect(desk.complaints).to.deep.equal([])
    await context.close()
  })
})
