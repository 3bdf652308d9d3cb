import { expect } from 'chai'
import type { NoticeView } from '../../../shared/contract/api/notices.js'
import type { NoticePush } from '../../../shared/contract/screen-link.js'
import { sha256Hex } from '../../../shared/seal/hash.js'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import { openNotice, openRecall } from '../../../shared/seal/open.js'
import { floodWarning } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import {
  heard,
  pairScreen,
  type FakeScreen,
  type ScreenSocket,
} from '../../support/fake-screen.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

describe('urgent notices', () => {
  let cms: RunningCms
  let duty: CmsClient
  let on: FakeScreen
  let off: FakeScreen
  let elsewhere: FakeScreen
  let socket: ScreenSocket
  let farSocket: ScreenSocket

  before(async () => {
    cms = await startCms()
    const technician = await cms.as('quantri')
    on = await pairScreen(cms.url, technician, { name: 'Sảnh' })
    off = await pairScreen(cms.url, technician, { name: 'Nhà văn hóa' })
    elsewhere = await pairScreen(cms.url, technician, { areaId: AREAS.other })
    duty = await cms.as('thuy')
    socket = await on.connect()
    farSocket = await elsewhere.connect()
  })
  after(async () => {
    socket.close()
    farSocket.close()
    await cms.stop()
  })

  const send = async (over = {}): Promise<[NoticeView, NoticePush]> => {
    const push = heard(socket, 'notice')
    const view = await duty.call('createNotice', { body: floodWarning(over) })
    return [view, await push]
  }
  /** The board when it says so; the socket nudges consoles, tests just ask. */
  const boardWhen = async (
    id: string,
    isSo: (view: NoticeView) => boolean,
  ): Promise<NoticeView> => {
    for (;;) {
      const view = await duty.call('getNotice', { params: { id } })
      if (isSo(view)) return view
    }
  }
  const lineOf = (view: NoticeView, screen: FakeScreen) =>
    view.deliveries.find((line) => line.screenId === screen.id)

  describe('refuses', () => {
    it('who is not on duty, and who speaks for another commune', async () => {
      const author = await cms.as('ha')
      await author.refused('createNotice', 'auth.forbidden', {
        body: floodWarning(),
      })
      await duty.refused('createNotice', 'auth.forbidden', {
        body: floodWarning({
          audience: { areaIds: [AREAS.other], screenIds: [] },
        }),
      })
      await duty.refused('createNotice', 'auth.forbidden', {
        body: floodWarning({
          audience: { areaIds: [], screenIds: [on.id, elsewhere.id] },
        }),
      })
    })

    it('an end in the past or later than a day', async () => {
      for (const ms of [-1000, 24 * 3_600_000 + 60_000])
        await duty.refused('createNotice', 'notice.bad_expiry', {
          body: floodWarning({
            expiresAt: new Date(Date.now() + ms).toISOString(),
          }),
        })
    })

    it('no screens, missing words, and a bulletin template', async () => {
      await duty.refused('createNotice', 'notice.no_screens', {
        body: floodWarning({ audience: { areaIds: [], screenIds: [] } }),
      })
      const problem = await duty.refused(
        'createNotice',
        'bulletin.fields_invalid',
        { body: floodWarning({ fields: { vi: { hazard: 'Lũ' } } }) },
      )
      expect(problem.problems?.map(({ pointer }) => pointer)).to.include(
        '/fields/vi/action',
      )
      await duty.refused('createNotice', 'template.not_found', {
        body: floodWarning({ templateId: 'official-notice' }),
      })
    })
  })

  it('reaches its screens and no other, sealed, with the page inline', async () => {
    let strayed = 0
    farSocket.on('notice', () => (strayed += 1))
    const [view, push] = await send()
    const { keyring, manifest } = await on.manifest()
    const opened = await openNotice(push.sealed, {
      keyring,
      screenId: on.id,
      now: Date.now(),
    })
    if (!opened.ok) throw new Error(opened.detail)
    expect(opened.value.id).to.equal(view.id)
    expect(opened.value.screens).to.have.members([on.id, off.id])
    const [file] = push.files
    const bytes = Buffer.from(file!.base64, 'base64')
    expect(await sha256Hex(bytes)).to.equal(opened.value.slides[0]?.sha256)
    // Whatever the page refers to is on every screen beforehand.
    const known = new Set(manifest.files.map(({ sha256 }) => sha256))
    const used = bytes.toString('utf8').match(/"[0-9a-f]{64}"/g) ?? []
    expect(used).to.not.have.length(0)
    for (const quoted of used)
      expect(known.has(quoted.slice(1, -1)), quoted).to.equal(true)
    const foreign = await elsewhere.manifest()
    expect(foreign.manifest.notices).to.deep.equal([])
    expect(strayed).to.equal(0)
  })

  it('finds a screen that was off when it asks for its manifest', async () => {
    const [view] = await send()
    const { manifest } = await off.manifest()
    const found = manifest.notices.find((notice) => notice.id === view.id)
    expect(found?.screens).to.deep.equal([off.id])
    const page = found?.slides[0]?.sha256 ?? ''
    expect((await off.get(`/files/${page}`)).status).to.equal(200)
  })

  it('puts what was decided on the glass, whatever a field claims', async () => {
    const fields = floodWarning().fields
    const [, push] = await send({
      level: 2,
      drill: true,
      fields: { vi: { ...fields.vi, level: 5, drill: false } },
    })
    const html = Buffer.from(push.files[0]!.base64, 'base64').toString('utf8')
    expect(html).to.include('risk-2').and.to.include('is-drill')
  })

  it('keeps markup in a field as text', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const { vi } = floodWarning().fields
    const [, push] = await send({ fields: { vi: { ...vi, hazard: hostile } } })
    const html = Buffer.from(push.files[0]!.base64, 'base64').toString('utf8')
    expect(html).to.not.include('<script').and.to.not.include('<img src=x')
  })

  describe('the board', () => {
    it('counts sent, received and shown as the screens sign for it', async () => {
      const [view] = await send()
      const sent = await boardWhen(view.id, ({ counts }) => counts.sent > 0)
      expect(sent.counts).to.deep.equal({
        screens: 2,
        sent: 1,
        received: 0,
        shown: 0,
        missing: 2,
      })
      const told = await socket.emitWithAck('report', {
        receipts: [await on.receipt(view, 'received')],
      })
      expect(told).to.deep.equal({ ok: true })
      const received = await duty.call('getNotice', { params: { id: view.id } })
      expect(received.counts.received).to.equal(1)
      await socket.emitWithAck('report', {
        receipts: [await on.receipt(view, 'shown')],
      })
      // The one that was off answers over HTTP, both in one report.
      const late = await off.report({
        receipts: [
          await off.receipt(view, 'received'),
          await off.receipt(view, 'shown'),
        ],
      })
      expect(await late.json()).to.deep.equal({ acceptedReceipts: 2 })
      const shown = await duty.call('getNotice', { params: { id: view.id } })
      expect(shown.counts).to.include({ received: 2, shown: 2, missing: 0 })
    })

    it('takes the same receipt twice as one, and keeps the first time', async () => {
      const [view] = await send()
      const first = await on.receipt(view, 'shown', {
        at: '2026-01-01T00:00:00.000Z',
      })
      for (const receipt of [first, first, await on.receipt(view, 'shown')])
        await on.report({ receipts: [receipt] })
      const board = await duty.call('getNotice', { params: { id: view.id } })
      expect(lineOf(board, on)?.shownAt).to.equal('2026-01-01T00:00:00.000Z')
    })

    it('believes no receipt in another hand, and none of another screen', async () => {
      const [view] = await send()
      const stranger = await generateKeyPair()
      const forged = await on.receipt(view, 'shown', {
        key: stranger.privateKey,
      })
      const answer = await on.report({ receipts: [forged] })
      expect(await answer.json()).to.deep.equal({ acceptedReceipts: 0 })
      // Rightly signed, but the notice was never for that screen.
      await elsewhere.report({
        receipts: [await elsewhere.receipt(view, 'shown')],
      })
      const borrowed = await elsewhere.receipt(view, 'shown', {
        screenId: on.id,
      })
      await elsewhere.report({ receipts: [borrowed] })
      const board = await duty.call('getNotice', { params: { id: view.id } })
      expect(board.counts).to.include({ screens: 2, shown: 0 })
    })

    it('shows a failure until the screen shows it after all', async () => {
      const [view] = await send()
      await on.report({
        receipts: [await on.receipt(view, 'failed', { reason: 'not_painted' })],
      })
      const failed = await duty.call('getNotice', { params: { id: view.id } })
      expect(lineOf(failed, on)?.failed).to.equal('not_painted')
      await on.report({ receipts: [await on.receipt(view, 'shown')] })
      const shown = await duty.call('getNotice', { params: { id: view.id } })
      expect(lineOf(shown, on)?.failed).to.equal(null)
    })

    it('is closed to people of other areas', async () => {
      const [view] = await send()
      const stranger = await cms.as('binh')
      await stranger.refused('getNotice', 'notice.not_found', {
        params: { id: view.id },
      })
      expect(await stranger.call('listNotices')).to.deep.equal({ notices: [] })
      const { notices } = await duty.call('listNotices')
      expect(notices[0]?.id).to.equal(view.id)
    })
  })

  describe('a recall', () => {
    it('goes out sealed at once and into the manifests of those away', async () => {
      const [view] = await send()
      const recalled = heard(socket, 'recall')
      const after = await duty.call('recallNotice', { params: { id: view.id } })
      expect(after.state).to.equal('recalled')
      const { keyring } = await on.manifest()
      const opened = await openRecall((await recalled).sealed, {
        keyring,
        screenId: on.id,
        now: Date.now(),
      })
      if (!opened.ok) throw new Error(opened.detail)
      expect(opened.value.target).to.deep.equal({
        kind: 'notice',
        id: view.id,
        version: 1,
      })
      const { manifest } = await off.manifest()
      expect(manifest.notices.map(({ id }) => id)).to.not.include(view.id)
      expect(manifest.recalls.map(({ target }) => target.id)).to.include(
        view.id,
      )
      await duty.refused('recallNotice', 'notice.ended', {
        params: { id: view.id },
      })
    })
  })
})
