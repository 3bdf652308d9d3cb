import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { createAccount } from '../../../cms/server/rooms/accounts/create-account.js'
import { AREAS, PASSWORD } from '../../support/start-cms.js'
import { totpNext, totpNow } from '../../support/totp.js'
import {
  PHONE,
  signIn,
  startConsole,
  type ConsoleUnderTest,
} from './open-console.js'

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

describe('accounts in the console', function () {
  this.timeout(120_000)
  let console_: ConsoleUnderTest
  /** Passkeys are bound to a name: not to 127.0.0.1. */
  let site: string

  before(async () => {
    console_ = await startConsole()
    site = console_.cms.url.replace('127.0.0.1', 'localhost')
  })
  after(() => console_.stop())

  const openAt = async (path: string) => {
    const { page } = await console_.open(null, '/')
    await page.goto(site + path)
    return page
  }

  it('sets up an authenticator and signs in with its codes', async () => {
    await console_.cms.as('thuy')
    const page = await openAt('/tai-khoan')
    await signIn(page, 'thuy', PASSWORD)
    await page.getByText('Vai trò của bạn cần xác thực hai lớp.').waitFor()
    await picture(page, 'account')
    await page.getByRole('button', { name: 'Thiết lập' }).click()
    await page.getByLabel('Nhập mật khẩu để tiếp tục').fill(PASSWORD)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    const codes = page.getByRole('list', { name: 'Mã dự phòng' })
    await codes.waitFor()
    const recovery = (await codes.getByRole('listitem').allTextContents())[0]
    await picture(page, 'recovery-codes')
    await page.getByRole('button', { name: 'Tôi đã cất các mã' }).click()
    const secret = (await page.locator('.secret').textContent()) ?? ''
    await picture(page, 'authenticator')
    await page.getByRole('textbox', { name: 'Mã xác thực' }).fill('000000')
    await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
    await page.getByText('Mã xác thực chưa đúng').waitFor()
    await page
      .getByRole('textbox', { name: 'Mã xác thực' })
      .fill(totpNow(secret))
    await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click()
    await page.getByText('Phiên này đã xác thực hai lớp.').waitFor()

    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await signIn(page, 'thuy', PASSWORD)
    await page.getByText('Xác thực lớp thứ hai').waitFor()
    await picture(page, 'second-step')
    await page
      .getByRole('textbox', { name: 'Mã xác thực' })
      .fill(totpNext(secret))
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.getByText('Phiên này đã xác thực hai lớp.').waitFor()

    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await signIn(page, 'thuy', PASSWORD)
    await page
      .getByRole('button', { name: 'Không có điện thoại: dùng mã dự phòng' })
      .click()
    await page
      .getByRole('textbox', { name: 'Mã dự phòng' })
      .fill(recovery ?? '')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.getByText('còn 9').waitFor()
  })

  it('adds a passkey and signs in with nothing typed', async () => {
    await console_.cms.as('tinh')
    const page = await openAt('/tai-khoan')
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await signIn(page, 'tinh', PASSWORD)
    await page.getByLabel('Tên gợi nhớ').fill('Máy trực tỉnh')
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
    await page.getByText('Máy trực tỉnh').waitFor()
    await page.getByText('Phiên này đã xác thực hai lớp.').waitFor()
    await picture(page, 'passkey')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await picture(page, 'sign-in')
    await page
      .getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' })
      .click()
    await page.getByText('Phiên này đã xác thực hai lớp.').waitFor()
  })

  it('lets a one-time password do nothing but choose a new one', async () => {
    const { oneTimePassword } = await createAccount(
      console_.cms.cms.core,
      SYSTEM_ACTOR,
      {
        userName: 'moi.den',
        displayName: 'Siu Mới',
        grants: [{ role: 'author', areaId: AREAS.commune }],
      },
    )
    const page = await openAt('/ban-tin')
    await signIn(page, 'moi.den', oneTimePassword ?? '')
    await page.getByRole('heading', { name: 'Đổi mật khẩu' }).waitFor()
    await picture(page, 'first-password')
    const choose = async (password: string) => {
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password)
      await page.getByLabel('Nhập lại mật khẩu mới').fill(password)
      await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    }
    await choose('matkhau123456')
    await page.getByText('Mật khẩu quá ngắn hoặc quá dễ đoán').waitFor()
    await choose('muoi hai con trau')
    await page.getByRole('heading', { name: 'Bản tin' }).first().waitFor()
  })

  it('makes an account, gives a role with dates, resets and freezes', async () => {
    const { page } = await console_.open('quantri', '/nguoi-dung')
    await page.getByRole('link', { name: 'Tạo tài khoản' }).click()
    await page.getByLabel('Họ và tên').fill('Lê Thị Ánh')
    await page.getByLabel('Tên đăng nhập').fill('le.anh')
    await page.getByRole('combobox', { name: 'Đơn vị công tác' }).click()
    await page.getByRole('combobox', { name: 'Đơn vị công tác' }).fill('ia son')
    await page.getByRole('option', { name: 'Xã Ia Sơn' }).click()
    await picture(page, 'new-person')
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
    const once = await page.locator('.secret-large').textContent()
    expect(once).to.match(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    await picture(page, 'one-time-password')
    await page.getByRole('link', { name: 'Mở trang người này' }).click()
    await page.getByRole('heading', { name: 'Lê Thị Ánh' }).waitFor()

    await page.getByRole('button', { name: 'Giao vai trò' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Địa bàn' }).click()
    await page.getByRole('option', { name: 'Phường Pleiku' }).click()
    await dialog.getByLabel('Từ ngày').fill('01/03/2031')
    await dialog.getByLabel('Đến hết ngày').fill('31/03/2031')
    await picture(page, 'give-role')
    await dialog.getByRole('button', { name: 'Giao vai trò' }).click()
    await page.getByText('Từ 01/03/2031 đến hết 31/03/2031').waitFor()
    await picture(page, 'person')

    await page.getByRole('button', { name: 'Tạm khóa' }).click()
    await dialog.getByLabel('Lý do').fill('Nghỉ hưu')
    await dialog.getByRole('button', { name: 'Tạm khóa' }).click()
    await page.getByRole('button', { name: 'Mở khóa' }).waitFor()
    await page.goto(`${console_.cms.url}/nguoi-dung?tim=anh`)
    await page.getByRole('link', { name: 'Lê Thị Ánh' }).waitFor()
    await picture(page, 'people')
  })

  it('asks who it is before a grave act, and then does it', async () => {
    const { page } = await console_.open('quantri', '/nguoi-dung')
    await page.getByRole('link', { name: 'Lê Thị Ánh' }).click()
    await console_.cms.cms.core.database.db
      .updateTable('sessions')
      .set({ proved_at: '2020-01-01T00:00:00.000Z' })
      .execute()
    await page.getByRole('button', { name: 'Mở khóa' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Xác nhận đúng là bạn').waitFor()
    await picture(page, 'proof')
    await dialog
      .getByRole('textbox', { name: 'Mật khẩu' })
      .fill('khong phai mat khau')
    await dialog.getByRole('button', { name: 'Xác nhận' }).click()
    await dialog.getByText('Chưa xác nhận được').waitFor()
    await dialog.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Xác nhận' }).click()
    await page.getByRole('button', { name: 'Cấp mật khẩu mới' }).waitFor()
  })

  it('breaks nothing on the way', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
