import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { fetchText } from '../../../cms/server/rooms/connectors/cap/fetch-text.js'
import type { CapResult } from '../../../shared/contract/api/cap.js'
import { capTime, floodAlert, SENDER } from '../../support/cap-alerts.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import {
  heard,
  pairScreen,
  type FakeScreen,
  type ScreenSocket,
} from '../../support/fake-screen.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

for (const dialect of DIALECTS)
  describe(`warnings of other systems, on ${dialect}`, () => {
    let cms: RunningCms
    let duty: CmsClient
    let admin: CmsClient
    let screen: FakeScreen
    let socket: ScreenSocket
    let made = 0

    before(async function () {
      this.timeout(60_000)
      cms = await startCms({
        databaseUrl: await databaseUrlFor(dialect),
        env: { BANGTIN_CAP_FEED: 'on' },
      })
      admin = await cms.as('quantri')
      duty = await cms.as('tinh')
      screen = await pairScreen(cms.url, admin, { name: 'Sảnh' })
      socket = await screen.connect()
    })
    after(async () => {
      socket?.close()
      await cms?.stop()
    })

    const nextId = () => `KTTV-${dialect}-${(made += 1)}`
    const bring = (xml: string, by = duty) =>
      by.call('takeCapAlert', {
        body: { xml, ownerAreaId: AREAS.province },
      })
    const sent = '2026-10-14T07:00:00+07:00'
    const reference = (identifier: string) => `${SENDER},${identifier},${sent}`

    it('is brought by duty officers only, and must be CAP', async () => {
      const author = await cms.as('ha')
      await author.refused('takeCapAlert', 'auth.forbidden', {
        body: { xml: floodAlert(), ownerAreaId: AREAS.commune },
      })
      const problem = await duty.refused('takeCapAlert', 'cap.malformed', {
        body: { xml: '<alert>', ownerAreaId: AREAS.province },
      })
      expect(problem.detail).to.include('CAP')
    })

    it('of an unknown sender is a draft that an officer confirms, once', async () => {
      const identifier = nextId()
      const first = await bring(floodAlert({ identifier }))
      expect(first).to.include({ outcome: 'draft', duplicate: false })
      const again = await bring(floodAlert({ identifier }))
      expect(again).to.include({ duplicate: true, orderId: first.orderId })
      const { orders } = await duty.call('listNoticeOrders')
      const order = orders.find(({ id }) => id === first.orderId)
      expect(order).to.include({
        state: 'draft',
        createdBy: 'Đài Khí tượng Thủy văn',
        level: 3,
        mine: false,
      })
      expect(order?.asked.audience.areaIds).to.deep.equal([AREAS.commune])
      const push = heard(socket, 'notice')
      const view = await duty.call('confirmNoticeOrder', {
        params: { id: first.orderId ?? '' },
      })
      await push
      expect(view.source).to.include(identifier)
    })

    it('comes as XML too, as senders post it', async () => {
      const answer = await duty.fetch(
        `/api/v1/cap/alerts?ownerAreaId=${AREAS.province}`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/cap+xml' },
          body: floodAlert({ identifier: nextId() }),
        },
      )
      const result = (await answer.json()) as CapResult
      expect(result.outcome).to.equal('draft')
    })

    it('a cancelled draft waits no more; tests and private words never do', async () => {
      const identifier = nextId()
      const { orderId } = await bring(floodAlert({ identifier }))
      await bring(
        floodAlert({
          identifier: nextId(),
          msgType: 'Cancel',
          references: reference(identifier),
        }),
      )
      const { orders } = await duty.call('listNoticeOrders')
      expect(orders.map(({ id }) => id)).to.not.include(orderId)
      for (const over of [
        { status: 'Test' },
        { scope: 'Restricted' },
        { expires: capTime(Date.now() - 60_000) },
      ]) {
        const result = await bring(
          floodAlert({ identifier: nextId(), ...over }),
        )
        expect(result.outcome).to.equal('ignored')
      }
    })

    describe('of a sender an administrator trusts', () => {
      before(() =>
        admin.call('trustCapSender', {
          body: { sender: SENDER, ownerAreaId: AREAS.province },
        }),
      )
      after(() => admin.call('distrustCapSender', { body: { sender: SENDER } }))

      it('an officer does not decide whom to trust', async () => {
        await duty.refused('trustCapSender', 'auth.forbidden', {
          body: { sender: 'x@y', ownerAreaId: AREAS.province },
        })
      })

      it('goes straight to the glass, is corrected and cancelled there', async () => {
        const identifier = nextId()
        const push = heard(socket, 'notice')
        const first = await bring(floodAlert({ identifier }))
        expect(first.outcome).to.equal('sent')
        await push
        const params = { id: first.noticeId ?? '' }
        const update = nextId()
        const next = heard(socket, 'notice')
        const second = await bring(
          floodAlert({
            identifier: update,
            msgType: 'Update',
            headline: 'Lũ trên sông Ba xuống chậm',
            references: reference(identifier),
          }),
        )
        await next
        expect(second).to.include({
          outcome: 'corrected',
          noticeId: first.noticeId,
        })
        const corrected = await duty.call('getNotice', { params })
        expect(corrected.version).to.equal(2)
        const recall = heard(socket, 'recall')
        const third = await bring(
          floodAlert({
            identifier: nextId(),
            msgType: 'Cancel',
            references: `${reference(identifier)} ${reference(update)}`,
          }),
        )
        await recall
        expect(third.outcome).to.equal('recalled')
        const over = await duty.call('getNotice', { params })
        expect(over.state).to.equal('recalled')
      })

      it('is a draft all the same when it would have to be cut', async () => {
        const result = await bring(
          floodAlert({ identifier: nextId(), headline: 'Lũ '.repeat(50) }),
        )
        expect(result.outcome).to.equal('draft')
      })

      it('nobody else cancels what it said', async () => {
        const identifier = nextId()
        const { noticeId } = await bring(floodAlert({ identifier }))
        const result = await bring(
          floodAlert({
            identifier: nextId(),
            sender: 'ke-xau@example.vn',
            msgType: 'Cancel',
            references: reference(identifier),
          }),
        )
        expect(result.outcome).to.equal('ignored')
        const params = { id: noticeId ?? '' }
        const { state } = await duty.call('getNotice', { params })
        expect(state).to.equal('in_force')
      })
    })

    it('our notices are read by others, holds and secrets left out', async () => {
      const index = await cms.nobody().fetch('/cap/v1/notices.atom')
      expect(index.headers.get('content-type')).to.include('atom+xml')
      const [href] = (await index.text()).match(/[^/"]+\.xml/) ?? []
      const message = await cms.nobody().fetch(`/cap/v1/notices/${href}`)
      expect(message.status).to.equal(200)
      const xml = await message.text()
      expect(xml).to.include('<areaDesc>Xã Ia Sơn</areaDesc>')
      expect(xml).to.not.include(screen.id)
      const none = await cms.nobody().fetch('/cap/v1/notices/khong-co.xml')
      expect(none.status).to.equal(404)
    })
  })

describe('asking an address for warnings', () => {
  let server: Server
  let url: string
  const asked: string[] = []
  const pages: Record<string, string> = {}

  before(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers['if-none-match'] ?? ''}`)
      const page = pages[request.url ?? '']
      if (page === undefined) response.writeHead(404).end()
      else if (request.headers['if-none-match'] === '"1"')
        response.writeHead(304).end()
      else response.writeHead(200, { ETag: '"1"' }).end(page)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => server.close())

  it('keeps to its bounds, and asks only for what is new', async () => {
    pages['/big'] = 'x'.repeat(2000)
    const options = { etag: null, maxBytes: 1000 }
    const tooBig = await fetchText(`${url}/big`, options).catch(String)
    expect(tooBig).to.include('more than 1000 bytes')
    const missing = await fetchText(`${url}/none`, options).catch(String)
    expect(missing).to.include('HTTP 404')
    pages['/small'] = 'x'
    const first = await fetchText(`${url}/small`, options)
    expect(first).to.deep.equal({ text: 'x', etag: '"1"' })
    const second = await fetchText(`${url}/small`, { ...options, etag: '"1"' })
    expect(second).to.equal(null)
  })

  it('takes the messages an index names, on its own host only', async () => {
    const cms = await startCms()
    try {
      const admin = await cms.as('quantri')
      await pairScreen(cms.url, admin, { name: 'Sảnh' })
      pages['/index.atom'] = `<feed xmlns="http://www.w3.org/2005/Atom">
          <entry><link href="/one.xml" type="application/cap+xml"/></entry>
          <entry><link href="http://192.0.2.1/evil.xml"/></entry>
          <entry><link href="/broken.xml"/></entry>
        </feed>`
      pages['/one.xml'] = floodAlert({ identifier: 'POLL-1' })
      pages['/broken.xml'] = '<alert'
      const { feeds } = await admin.call('addCapFeed', {
        body: {
          name: 'Đài tỉnh',
          url: `${url}/index.atom`,
          ownerAreaId: AREAS.province,
        },
      })
      expect(feeds).to.have.lengthOf(1)
      expect(await cms.cms.publishing.pollCap()).to.equal(1)
      expect(await cms.cms.publishing.pollCap()).to.equal(0)
      expect(
        asked.filter((line) => line.startsWith('/one.xml')),
      ).to.have.lengthOf(1)
      const after = await admin.call('listCapFeeds')
      expect(after.feeds[0]).to.include({ trouble: null })
      pages['/index.atom'] = undefined as unknown as string
      await cms.cms.publishing.pollCap()
      const broken = await admin.call('listCapFeeds')
      expect(broken.feeds[0]?.trouble).to.equal('HTTP 404')
    } finally {
      await cms.stop()
    }
  })
})
