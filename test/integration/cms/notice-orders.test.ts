import { expect } from 'chai'
import type { Notice } from '../../../shared/contract/notice.js'
import type { NoticePush } from '../../../shared/contract/screen-link.js'
import { whatIsOn } from '../../../shared/programme/what-is-on.js'
import { openNotice, openRecall } from '../../../shared/seal/open.js'
import { floodWarning } from '../../support/bulletins.js'
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
  describe(`urgent notices, further, on ${dialect}`, () => {
    let cms: RunningCms
    let duty: CmsClient
    let second: CmsClient
    let admin: CmsClient
    let on: FakeScreen
    let off: FakeScreen
    let socket: ScreenSocket

    before(async function () {
      this.timeout(60_000)
      cms = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      admin = await cms.as('quantri')
      on = await pairScreen(cms.url, admin, { name: 'Sảnh' })
      off = await pairScreen(cms.url, admin, { name: 'Nhà văn hóa' })
      duty = await cms.as('thuy')
      second = await cms.as('tinh')
      socket = await on.connect()
    })
    after(async () => {
      socket.close()
      await cms.stop()
    })

    const send = async (over = {}) => {
      const push = heard(socket, 'notice')
      const view = await duty.call('createNotice', { body: floodWarning(over) })
      return { view, push: await push }
    }
    const openedBy = async (
      screen: FakeScreen,
      { sealed }: NoticePush,
    ): Promise<Notice> => {
      const { keyring } = await screen.manifest()
      const now = Date.now()
      const opened = await openNotice(sealed, {
        keyring,
        screenId: screen.id,
        now,
      })
      if (!opened.ok) throw new Error(opened.detail)
      return opened.value
    }
    const board = (id: string) => duty.call('getNotice', { params: { id } })

    describe('whom it would reach', () => {
      it('names the exact screens and how many are on, those off first', async () => {
        const { ownerAreaId, audience } = floodWarning()
        const reach = await duty.call('noticeReach', {
          body: { ownerAreaId, audience },
        })
        expect(reach.counts).to.deep.equal({ screens: 2, on: 1 })
        expect(reach.screens.map(({ name }) => name)).to.deep.equal([
          'Nhà văn hóa',
          'Sảnh',
        ])
        expect(reach.rule).to.equal('one')
      })

      it('says nothing of another commune', async () => {
        await duty.refused('noticeReach', 'auth.forbidden', {
          body: {
            ownerAreaId: AREAS.commune,
            audience: { areaIds: [AREAS.other], screenIds: [] },
          },
        })
      })
    })

    describe('a correction', () => {
      const correction = (version: number, over = {}) => {
        const { fields, level, expiresAt } = floodWarning({ level: 4, ...over })
        return { fields, level, expiresAt, expectedVersion: version }
      }

      it('takes the place of the one before on the same screens', async () => {
        const { view } = await send()
        await on.report({ receipts: [await on.receipt(view, 'shown')] })
        expect((await board(view.id)).counts.shown).to.equal(1)
        const next = heard(socket, 'notice')
        const corrected = await duty.call('correctNotice', {
          params: { id: view.id },
          body: correction(1),
        })
        expect(corrected).to.include({ version: 2, level: 4 })
        // The board counts anew: nobody has shown the corrected words yet.
        expect(corrected.counts).to.include({ screens: 2, shown: 0 })
        const notice = await openedBy(on, await next)
        expect(notice).to.include({ id: view.id, version: 2, level: 4 })
        const { manifest } = await off.manifest()
        const kept = manifest.notices.filter(({ id }) => id === view.id)
        expect(kept.map(({ version }) => version)).to.deep.equal([2])
      })

      it('is not confirmed by words about the version before', async () => {
        const { view } = await send()
        await duty.call('correctNotice', {
          params: { id: view.id },
          body: correction(1),
        })
        await on.report({ receipts: [await on.receipt(view, 'shown')] })
        expect((await board(view.id)).counts.shown).to.equal(0)
        await on.report({
          receipts: [await on.receipt({ ...view, version: 2 }, 'shown')],
        })
        const shown = await board(view.id)
        expect(shown.counts.shown).to.equal(1)
        expect(shown.pace?.slowestMs).to.be.a('number')
      })

      it('of two at once only one is taken, and the other is told', async () => {
        const { view } = await send()
        const both = await Promise.allSettled(
          [duty, second].map((who) =>
            who.call('correctNotice', {
              params: { id: view.id },
              body: correction(1),
            }),
          ),
        )
        expect(
          both.filter(({ status }) => status === 'fulfilled'),
        ).to.have.lengthOf(1)
        await duty.refused('correctNotice', 'notice.changed', {
          params: { id: view.id },
          body: correction(1),
        })
      })

      it('never brings back what has ended', async () => {
        const { view } = await send()
        await duty.call('recallNotice', { params: { id: view.id } })
        await duty.refused('correctNotice', 'notice.ended', {
          params: { id: view.id },
          body: correction(1),
        })
      })
    })

    it('is pushed again to those that have not shown it', async () => {
      const { view } = await send()
      const again = heard(socket, 'notice')
      await duty.call('pushNoticeAgain', { params: { id: view.id } })
      const push = await again
      expect((await openedBy(on, push)).id).to.equal(view.id)
      expect(push.kit).to.not.have.length(0)
      await on.report({ receipts: [await on.receipt(view, 'shown')] })
      await off.report({ receipts: [await off.receipt(view, 'shown')] })
      let strayed = 0
      socket.on('notice', () => (strayed += 1))
      await duty.call('pushNoticeAgain', { params: { id: view.id } })
      await socket.emitWithAck('report', {})
      expect(strayed).to.equal(0)
      socket.off('notice')
    })

    describe('where two people send', () => {
      before(async () => {
        await admin.call('saveNoticePolicy', {
          params: { areaId: AREAS.province },
          body: { rule: 'two' },
        })
      })
      after(async () => {
        await admin.call('saveNoticePolicy', {
          params: { areaId: AREAS.province },
          body: { rule: 'one' },
        })
      })

      it('the rule comes down the tree, and officers do not change it', async () => {
        const policy = await duty.call('getNoticePolicy', {
          params: { areaId: AREAS.commune },
        })
        expect(policy).to.deep.equal({
          areaId: AREAS.commune,
          rule: 'two',
          fromAreaId: AREAS.province,
        })
        await duty.refused('saveNoticePolicy', 'auth.forbidden', {
          params: { areaId: AREAS.commune },
          body: { rule: 'one' },
        })
      })

      it('one alone is refused, but may drill', async () => {
        await duty.refused('createNotice', 'notice.needs_second', {
          body: floodWarning(),
        })
        const { view } = await send({ drill: true })
        expect(view.drill).to.equal(true)
      })

      it('the writer does not confirm; another officer sends it, once', async () => {
        let heardBefore = 0
        socket.on('notice', () => (heardBefore += 1))
        const order = await duty.call('createNoticeOrder', {
          body: floodWarning(),
        })
        expect(order).to.include({ state: 'waiting', mine: true })
        const { id } = order
        await duty.refused('confirmNoticeOrder', 'notice.own_order', {
          params: { id },
        })
        const author = await cms.as('ha')
        await author.refused('confirmNoticeOrder', 'auth.forbidden', {
          params: { id },
        })
        await socket.emitWithAck('report', {})
        expect(heardBefore).to.equal(0)
        socket.off('notice')
        const { orders } = await second.call('listNoticeOrders')
        expect(orders.map((one) => one.id)).to.include(id)
        const push = heard(socket, 'notice')
        const both = await Promise.allSettled([
          second.call('confirmNoticeOrder', { params: { id } }),
          second.call('confirmNoticeOrder', { params: { id } }),
        ])
        const sent = both.filter(({ status }) => status === 'fulfilled')
        expect(sent).to.have.lengthOf(1)
        const notice = await openedBy(on, await push)
        expect(notice.screens).to.have.members([on.id, off.id])
        await second.refused('confirmNoticeOrder', 'notice.order_decided', {
          params: { id },
        })
        const after = await duty.call('listNoticeOrders')
        expect(after.orders.map((one) => one.id)).to.not.include(id)
      })

      it('what cannot be sent is refused to its writer', async () => {
        await duty.refused('createNoticeOrder', 'bulletin.fields_invalid', {
          body: floodWarning({ fields: { vi: { hazard: 'Lũ' } } }),
        })
      })

      it('put aside, it is sent no more', async () => {
        const { id } = await duty.call('createNoticeOrder', {
          body: floodWarning(),
        })
        await duty.call('cancelNoticeOrder', { params: { id } })
        await second.refused('confirmNoticeOrder', 'notice.order_decided', {
          params: { id },
        })
      })
    })

    describe('stop all', () => {
      const hold = () => ({
        ownerAreaId: AREAS.commune,
        audience: { areaIds: [AREAS.commune], screenIds: [] },
        reason: 'Nghi có nội dung lạ',
      })

      it('is not an author’s to press, nor over another commune', async () => {
        const author = await cms.as('ha')
        await author.refused('createHold', 'auth.forbidden', { body: hold() })
        await duty.refused('createHold', 'auth.forbidden', {
          body: {
            ...hold(),
            audience: { areaIds: [AREAS.other], screenIds: [] },
          },
        })
      })

      it('goes sealed over everything, those off included, until lifted', async () => {
        await send({ level: 5 })
        const push = heard(socket, 'notice')
        const held = await duty.call('createHold', { body: hold() })
        expect(held).to.include({ hold: true, state: 'in_force' })
        expect((await openedBy(on, await push)).hold).to.equal(true)
        const { manifest } = await off.manifest()
        const showing = whatIsOn(manifest, Date.now())
        expect(showing.kind === 'notice' && showing.notice.id).to.equal(held.id)
        const recalled = heard(socket, 'recall')
        await duty.call('recallNotice', { params: { id: held.id } })
        const { keyring } = await on.manifest()
        const opened = await openRecall((await recalled).sealed, {
          keyring,
          screenId: on.id,
          now: Date.now(),
        })
        if (!opened.ok) throw new Error(opened.detail)
        expect(opened.value.target).to.deep.equal({
          kind: 'notice',
          id: held.id,
          version: 1,
          hold: true,
        })
        const after = whatIsOn((await off.manifest()).manifest, Date.now())
        expect(after.kind === 'notice' && after.notice.id).to.not.equal(held.id)
      })
    })
  })
