import { expect } from 'chai'
import { isPinOf } from '../../../shared/seal/pin-hash.js'
import { pairScreen, type FakeScreen } from '../../support/fake-screen.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

describe("the technician's PIN of screens", () => {
  let cms: RunningCms
  let screen: FakeScreen
  let people: Awaited<ReturnType<RunningCms['as']>>

  before(async () => {
    cms = await startCms()
    people = await cms.as('quantri')
    screen = await pairScreen(cms.url, people)
  })
  after(() => cms.stop())

  const put = async (
    body: unknown,
    who: Pick<typeof people, 'fetch'> = people,
  ) =>
    who.fetch('/api/v1/technician-pin', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const place = () => ({ kind: 'screen', id: screen.id })
  const area = { kind: 'area', id: AREAS.commune }
  const sealed = async () =>
    (await screen.manifest()).manifest.screen.technicianPin

  it('is refused to strangers, without a place, and when it is too short', async () => {
    const body = { place: place(), pin: '123456' }
    expect((await put(body, cms.nobody())).status).to.equal(401)
    expect((await put(body, await cms.as('binh'))).status).to.equal(403)
    const gone = { kind: 'area', id: 'khong-co-dau' }
    expect((await put({ place: gone, pin: '123456' })).status).to.equal(404)
    for (const pin of ['12345', 'abcdef', '1234567890123'])
      expect((await put({ place: place(), pin })).status, pin).to.equal(400)
    expect(await sealed()).to.equal(undefined)
  })

  it("goes into the seal as a hash: the area's, then the screen's own", async () => {
    expect((await put({ place: area, pin: '111111' })).status).to.equal(200)
    expect(await isPinOf('111111', (await sealed()) ?? '')).to.equal(true)
    const own = await put({ place: place(), pin: '222222' })
    expect(await own.json()).to.include({ from: 'here' })
    expect(await isPinOf('222222', (await sealed()) ?? '')).to.equal(true)
    const back = await put({ place: place(), pin: null })
    expect(await back.json()).to.include({ from: 'above' })
    expect(await isPinOf('111111', (await sealed()) ?? '')).to.equal(true)
  })

  it('is never said again, not even to the audit', async () => {
    const view = await people.fetch(
      `/api/v1/technician-pin?kind=screen&id=${screen.id}`,
    )
    const text = await view.text()
    expect(text).not.to.match(/pbkdf2|111111/)
    const trail = await (await people.fetch('/api/v1/audit')).text()
    expect(trail).to.include('technician_pin.set')
    expect(trail).not.to.match(/pbkdf2|111111|222222/)
  })
})
