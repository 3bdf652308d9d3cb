import { join } from 'node:path'
import { expect } from 'chai'
import { officialNotice, releaseSeen } from '../../support/bulletins.js'
import { chromiumPath } from '../../support/browser.js'
import type { CmsClient } from '../../support/cms-client.js'
import { pairScreen } from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

const PALE = join(import.meta.dirname, '..', '..', 'support', 'pale-templates')
const LONG = Array.from(
  { length: 16 },
  (_, i) => `Điểm ${i + 1}: mỗi hộ cử một người đi nạo vét kênh mương.`,
).join('\n')

describe('the gate of what can be read', function () {
  this.timeout(60_000)
  let cms: RunningCms
  let ha: CmsClient
  let thuy: CmsClient

  before(async () => {
    cms = await startCms({
      env: { BANGTIN_CHROMIUM: chromiumPath(), BANGTIN_TEMPLATES: PALE },
    })
    ha = await cms.as('ha')
    thuy = await cms.as('thuy')
  })
  after(() => cms.stop())

  it('refuses a text that is too pale, and says where', async () => {
    await pairScreen(cms.url, await cms.as('quantri'))
    const draft = await ha.call('createBulletin', {
      body: officialNotice({
        templateId: 'pale',
        fields: { vi: { title: 'Nạo vét kênh mương' } },
      }),
    })
    const problem = await ha.refused('submitBulletin', 'bulletin.not_legible', {
      params: { id: draft.id },
    })
    expect(problem.status).to.equal(422)
    const [first] = problem.problems ?? []
    expect(first?.pointer).to.equal('/fields/vi/title')
    expect(first?.rule).to.equal('contrast')
    expect(first?.message).to.contain('Nạo vét kênh mương')
    const after = await ha.call('getBulletin', { params: { id: draft.id } })
    expect(after.state).to.equal('draft')
  })

  it('gives a slide more time on a glass where it has more pages', async () => {
    const technician = await cms.as('quantri')
    const near = await pairScreen(cms.url, technician)
    const far = await pairScreen(cms.url, technician, {
      diagonalInches: 32,
      viewingMetres: 4,
    })
    const body = officialNotice()
    const { vi } = body.fields
    const { id } = await ha.call('createBulletin', {
      body: { ...body, fields: { vi: { ...vi, body: LONG.slice(0, 890) } } },
    })
    await ha.call('submitBulletin', { params: { id } })
    await releaseSeen(thuy, id)
    const slotOn = async (screen: typeof near) => {
      const { manifest } = await screen.manifest()
      const item = manifest.items.find((one) => one.bulletinId === id)
      return item?.slides[0]?.slotSeconds ?? 0
    }
    const slots = [await slotOn(near), await slotOn(far)] as const
    expect(slots[0]).to.be.greaterThan(11)
    expect(slots[1]).to.be.greaterThan(slots[0])
  })
})
