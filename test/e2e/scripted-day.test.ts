/**
 * A day of a commune: the clerk writes and sends, the leader returns it with a
 * remark on a field, the clerk mends, the leader approves with a code of the
 * phone; the commune's screen has it and no other; a wrong name is corrected
 * everywhere; the auditor takes the trail away and verifies it. A real CMS,
 * real Chromium, screens that speak the real protocol.
 */
import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { canonicalJson } from '../../shared/kernel/canonical-json.js'
import { officialNotice, releasedBulletin } from '../support/bulletins.js'
import type { CmsClient } from '../support/cms-client.js'
import { pairScreen, type FakeScreen } from '../support/fake-screen.js'
import { AREAS, PASSWORD } from '../support/start-cms.js'
import { totpNext, totpNow } from '../support/totp.js'
import { waitFor } from '../support/wait-for.js'
import {
  PHONE,
  signIn,
  startConsole,
  type ConsoleUnderTest,
} from './console/open-console.js'

const WRONG = 'Rơ Mah Hới'
const RIGHT = 'Rơ Mah Hơi'

describe('a scripted day', function () {
  this.timeout(120_000)
  let console_: ConsoleUnderTest
  let own: FakeScreen
  let foreign: FakeScreen
  let tinh: CmsClient
  let secret: string
  let clerk: Page
  let leader: { page: Page; context: BrowserContext }
  let id: string
  let correctionId: string
  const interactions = { clerk: 0, leader: 0 }
  type Who = keyof typeof interactions

  const press = async (who: Who, what: Locator): Promise<void> => {
    await what.click()
    interactions[who] += 1
  }
  const type = async (who: Who, field: Locator, text: string) => {
    await field.fill(text)
    interactions[who] += 1
  }

  before(async function () {
    this.timeout(180_000)
    console_ = await startConsole()
    const { cms } = console_
    const technician = await cms.as('quantri')
    own = await pairScreen(cms.url, technician)
    foreign = await pairScreen(cms.url, technician, {
      name: 'Sảnh phường Pleiku',
      areaId: AREAS.other,
    })
    tinh = await cms.as('tinh')
    // The same wrong name is in the air already, in another bulletin.
    const notice = officialNotice()
    const fields = { vi: { ...notice.fields.vi, signer: WRONG } }
    await releasedBulletin(
      tinh,
      await cms.as('thuy'),
      officialNotice({ title: 'Lịch trực', fields }),
    )
    const thuy = await cms.as('thuy')
    const made = await thuy.call('beginAuthenticator', {
      body: { password: PASSWORD },
    })
    secret = made.secret
    await thuy.call('confirmAuthenticator', {
      body: { code: totpNow(secret) },
    })
  })
  after(() => console_?.stop())

  const titlesOn = async (screen: FakeScreen) =>
    (await screen.manifest()).manifest.items.map(({ title }) => title)

  it('the clerk drafts and submits', async () => {
    clerk = (await console_.open('ha', '/soan?mau=official-notice')).page
    const fill = (name: string, text: string) =>
      type('clerk', clerk.locator(`#field_${name}`), text)
    await type('clerk', clerk.getByLabel('Tên bản tin'), 'Tiếp công dân')
    await fill('title', 'Tiếp công dân định kỳ')
    await fill('issuer', 'UBND xã Ia Sơn')
    await fill('number', '31/TB-UBND')
    await fill('issuedOn', '20/11/2026')
    await fill('subject', 'Về việc tiếp công dân định kỳ')
    await fill('body', `Ông ${WRONG} tiếp công dân tại phòng 20.`)
    await fill('signer', 'Chủ tịch')
    await press(
      'clerk',
      clerk.getByRole('button', { name: /Tiếp: nơi hiển thị/ }),
    )
    await press('clerk', clerk.getByRole('treeitem', { name: /Xã Ia Sơn/ }))
    await clerk.getByRole('heading', { name: 'Đúng 1 màn hình' }).waitFor()
    await press(
      'clerk',
      clerk.getByRole('button', { name: /Kiểm tra và gửi duyệt/ }),
    )
    await press(
      'clerk',
      clerk.getByRole('button', { name: 'Gửi duyệt', exact: true }),
    )
    await clerk.locator('.tag').getByText('Chờ duyệt').waitFor()
    id = new URL(clerk.url()).pathname.split('/').pop() ?? ''
    expect(await titlesOn(own)).not.to.include('Tiếp công dân')
  })

  it('the leader signs in by password and code, and returns it with a remark', async () => {
    leader = await console_.open(null, `/duyet/${id}`, PHONE)
    await signIn(leader.page, 'thuy', PASSWORD)
    await type(
      'leader',
      leader.page.getByLabel('Mã xác thực'),
      totpNext(secret),
    )
    await press(
      'leader',
      leader.page.getByRole('button', { name: 'Đăng nhập', exact: true }),
    )
    const { page } = leader
    await press('leader', page.getByRole('button', { name: 'Trả lại để sửa' }))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Chỗ cần sửa').selectOption('/fields/vi/body')
    interactions.leader += 1
    await type('leader', dialog.getByLabel('Cần sửa điều gì?'), 'Phòng 12.')
    await press('leader', dialog.getByRole('button', { name: 'Trả lại' }))
    await page.locator('.tag').getByText('Bị trả lại').waitFor()
  })

  it('the clerk sees the remark at the field, mends it and sends it again', async () => {
    const note = clerk.locator('.note-warn')
    await note.getByText('Nội dung: Phòng 12.').waitFor()
    await press('clerk', clerk.getByRole('link', { name: 'Sửa', exact: true }))
    await type(
      'clerk',
      clerk.locator('#field_body'),
      `Ông ${WRONG} tiếp công dân tại phòng 12.`,
    )
    await press(
      'clerk',
      clerk.getByRole('button', { name: /Kiểm tra và gửi duyệt/ }),
    )
    await press(
      'clerk',
      clerk.getByRole('button', { name: 'Gửi duyệt', exact: true }),
    )
    await clerk.locator('.tag').getByText('Chờ duyệt').waitFor()
  })

  it('the leader approves, and it is live on the commune’s screen and on no other', async () => {
    const { page } = leader
    await page.goto(`${console_.cms.url}/duyet/${id}`)
    await press(
      'leader',
      page.getByRole('button', { name: /Duyệt, phát trên 1/ }),
    )
    await page.locator('.tag').getByText('Đang phát').waitFor()
    await waitFor(async () => (await titlesOn(own)).includes('Tiếp công dân'))
    expect(await titlesOn(foreign)).to.deep.equal([])
  })

  it('a wrong name is corrected everywhere, with one submit and one approval', async () => {
    await clerk.goto(`${console_.cms.url}/dinh-chinh/moi`)
    await type('clerk', clerk.getByLabel('Tên hoặc câu đang sai'), WRONG)
    await press(
      'clerk',
      clerk.getByRole('button', { name: 'Tìm', exact: true }),
    )
    await type('clerk', clerk.getByLabel('Sửa thành'), RIGHT)
    await type('clerk', clerk.getByLabel('Vì sao sửa'), 'Sai dấu tên')
    await press(
      'clerk',
      clerk.getByRole('button', { name: 'Gửi duyệt 2 bản tin một lần' }),
    )
    await clerk.getByText('Người đề nghị không tự duyệt được').waitFor()
    correctionId = new URL(clerk.url()).pathname.split('/').pop() ?? ''
    const { page } = leader
    await page.goto(`${console_.cms.url}/dinh-chinh/${correctionId}`)
    await press(
      'leader',
      page.getByRole('button', { name: 'Duyệt, đính chính 2 bản tin' }),
    )
    await page.locator('.arrivals').getByText('Chưa có').waitFor()
    const { uses } = await tinh.call('findUses', { query: { text: WRONG } })
    expect(
      uses.flatMap(({ hits }) => hits.filter((hit) => hit.exact)),
    ).to.have.length(0)
    const right = await tinh.call('findUses', { query: { text: RIGHT } })
    expect(right.uses).to.have.length(2)
  })

  it('the auditor exports the trail and verifies it', async () => {
    const auditor = await console_.cms.as('soat')
    expect((await auditor.call('proveAudit')).ok).to.equal(true)
    const file = await auditor.fetch('/api/v1/audit/export?format=json')
    const lines = (await file.json()) as Record<string, unknown>[]
    let previous = '0'.repeat(64)
    for (const { hash, ...facts } of lines) {
      expect(facts['previousHash']).to.equal(previous)
      const again = createHash('sha256').update(canonicalJson(facts))
      expect(again.digest('hex')).to.equal(hash)
      previous = String(hash)
    }
    const acts = lines
      .filter((line) => [id, correctionId].includes(String(line['subjectId'])))
      .map((line) => line['act'])
      .filter((act) => act !== 'bulletin.edited')
    expect(acts).to.deep.equal([
      'bulletin.created',
      'bulletin.submitted',
      'bulletin.returned',
      'bulletin.submitted',
      'bulletin.released',
      'correction.proposed',
      'correction.released',
    ])
    process.stdout.write(
      `    interactions: clerk ${interactions.clerk}, leader ${interactions.leader}\n`,
    )
  })

  it('left no complaint of the browser behind', () => {
    expect(console_.complaints).to.deep.equal([])
  })
})
