import { expect } from 'chai'
import {
  officialNotice,
  releasedBulletin,
  releaseSeen,
  UNSEEN,
} from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import {
  heard,
  healthyStatus,
  pairScreen,
  type FakeScreen,
} from '../../support/fake-screen.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

describe('bulletins', () => {
  let cms: RunningCms
  let ha: CmsClient
  let thuy: CmsClient
  let screen: FakeScreen
  let far: FakeScreen

  before(async () => {
    cms = await startCms()
    const technician = await cms.as('quantri')
    screen = await pairScreen(cms.url, technician)
    far = await pairScreen(cms.url, technician, { areaId: AREAS.other })
    ha = await cms.as('ha')
    thuy = await cms.as('thuy')
  })
  after(() => cms.stop())

  const draft = (over = {}) =>
    ha.call('createBulletin', { body: officialNotice(over) })
  const itemsOf = async (one: FakeScreen) =>
    (await one.manifest()).manifest.items.map((item) => item.bulletinId)

  describe('refuses', () => {
    it('a draft in the name of another commune', async () => {
      await ha.refused('createBulletin', 'auth.forbidden', {
        body: officialNotice({ ownerAreaId: AREAS.other }),
      })
    })

    it('a notice template, a schedule that ends before it begins', async () => {
      await ha.refused('createBulletin', 'template.not_found', {
        body: officialNotice({ templateId: 'urgent' }),
      })
      const problem = await ha.refused(
        'createBulletin',
        'bulletin.schedule_invalid',
        {
          body: officialNotice({
            schedule: {
              notBefore: '2026-12-02T00:00:00Z',
              expiresAt: '2026-12-01T00:00:00Z',
            },
          }),
        },
      )
      expect(problem.problems?.[0]?.pointer).to.equal('/schedule/expiresAt')
    })

    it('to submit incomplete fields, and says which', async () => {
      const { id } = await draft({ fields: { vi: { title: 'Chỉ có tên' } } })
      const problem = await ha.refused(
        'submitBulletin',
        'bulletin.fields_invalid',
        { params: { id } },
      )
      const pointers = problem.problems?.map(({ pointer }) => pointer)
      expect(pointers).to.include('/fields/vi/body')
    })

    it('to submit what no screen would show, or screens of others would', async () => {
      const none = await draft({ audience: { areaIds: [], screenIds: [] } })
      await ha.refused('submitBulletin', 'bulletin.no_screens', {
        params: { id: none.id },
      })
      const theirs = await draft({
        audience: { areaIds: [], screenIds: [far.id] },
      })
      await ha.refused('submitBulletin', 'auth.forbidden', {
        params: { id: theirs.id },
      })
    })

    it('to submit what is over already', async () => {
      const { id } = await draft({
        schedule: { expiresAt: '2020-01-01T00:00:00Z' },
      })
      await ha.refused('submitBulletin', 'bulletin.schedule_invalid', {
        params: { id },
      })
    })

    it('a second save over the same version', async () => {
      const made = await draft()
      const { ownerAreaId: _, ...revision } = officialNotice()
      const body = { ...revision, expectedVersion: made.version }
      const params = { id: made.id }
      await ha.call('saveDraft', { params, body })
      await ha.refused('saveDraft', 'bulletin.conflict', { params, body })
    })

    it('an author who would approve their own words', async () => {
      const { id } = await thuy.call('createBulletin', {
        body: officialNotice(),
      })
      await thuy.call('submitBulletin', { params: { id } })
      await thuy.refused('releaseBulletin', 'bulletin.own_approval', {
        params: { id },
        body: { contentHash: UNSEEN },
      })
    })

    it('an approver who wrote into the draft of another', async () => {
      const made = await draft()
      const { ownerAreaId: _, ...revision } = officialNotice()
      await thuy.call('saveDraft', {
        params: { id: made.id },
        body: { ...revision, title: 'Sửa hộ', expectedVersion: made.version },
      })
      await ha.call('submitBulletin', { params: { id: made.id } })
      await thuy.refused('releaseBulletin', 'bulletin.own_approval', {
        params: { id: made.id },
        body: { contentHash: UNSEEN },
      })
    })

    it('an author without the right, and a release of a draft', async () => {
      const { id } = await draft()
      await thuy.refused('releaseBulletin', 'bulletin.wrong_state', {
        params: { id },
        body: { contentHash: UNSEEN },
      })
      await ha.refused('releaseBulletin', 'auth.forbidden', {
        params: { id },
        body: { contentHash: UNSEEN },
      })
      const stranger = await cms.as('binh')
      await stranger.refused('getBulletin', 'bulletin.not_found', {
        params: { id },
      })
    })

    it('to save while somebody judges it', async () => {
      const { id, version } = await draft()
      await ha.call('submitBulletin', { params: { id } })
      const { ownerAreaId: _, ...revision } = officialNotice()
      await ha.refused('saveDraft', 'bulletin.wrong_state', {
        params: { id },
        body: { ...revision, expectedVersion: version + 1 },
      })
    })
  })

  describe('released', () => {
    it('nudges the screens of the audience and no other, who then find it', async () => {
      const [near, away] = [await screen.connect(), await far.connect()]
      let straying = 0
      away.on('release', () => (straying += 1))
      const nudge = heard(near, 'release')
      const { id } = await releasedBulletin(ha, thuy)
      expect((await nudge).spreadMs).to.equal(0)
      expect(await itemsOf(screen)).to.include(id)
      expect(await itemsOf(far)).to.not.include(id)
      expect(straying).to.equal(0)
      near.close()
      away.close()
    })

    it('says where it has arrived', async () => {
      const { id } = await releasedBulletin(ha, thuy)
      const { manifest } = await screen.manifest()
      const before = await ha.call('getBulletin', { params: { id } })
      expect(before.delivery).to.deep.equal({ screens: 1, ready: 0 })
      await screen.report({
        status: healthyStatus({ manifestNumber: manifest.number }),
      })
      const after = await ha.call('getBulletin', { params: { id } })
      expect(after.delivery).to.deep.equal({ screens: 1, ready: 1 })
    })

    it('stays as it is while its next revision is written and judged', async () => {
      const live = await releasedBulletin(ha, thuy)
      const { ownerAreaId: _, ...revision } = officialNotice()
      const params = { id: live.id }
      const next = await ha.call('saveDraft', {
        params,
        body: {
          ...revision,
          title: 'Bản đính chính',
          expectedVersion: live.version,
        },
      })
      expect(next.state).to.equal('draft')
      expect(next.revisionNumber).to.equal(2)
      expect(next.liveRevisionNumber).to.equal(1)
      expect(await itemsOf(screen)).to.include(live.id)
      await ha.call('submitBulletin', { params })
      const back = await thuy.call('returnBulletin', {
        params,
        body: { reason: 'Sai ngày' },
      })
      expect(back.returnedBecause).to.equal('Sai ngày')
      await ha.call('submitBulletin', { params })
      const after = await releaseSeen(thuy, live.id)
      expect(after.liveRevisionNumber).to.equal(2)
      const { manifest } = await screen.manifest()
      const items = manifest.items.filter((one) => one.bulletinId === live.id)
      expect(items.map(({ title }) => title)).to.deep.equal(['Bản đính chính'])
    })

    it('renders each language and class, and gives a screen its own', async () => {
      const { vi } = officialNotice().fields
      const live = await releasedBulletin(
        ha,
        thuy,
        officialNotice({ fields: { vi, en: { ...vi, title: 'Dredging' } } }),
      )
      const { manifest } = await screen.manifest()
      const item = manifest.items.find((one) => one.bulletinId === live.id)
      expect(item?.slides.map(({ language }) => language)).to.deep.equal(['vi'])
    })

    it('answers what is on and why, by the manifest of the screen', async () => {
      const live = await releasedBulletin(ha, thuy)
      const params = { id: screen.id }
      const now = await ha.call('onScreen', { params })
      expect(now.showing.kind).to.equal('item')
      const { manifest } = await screen.manifest()
      const item = manifest.items.find((one) => one.bulletinId === live.id)
      const why = now.explanations.find((one) => one.itemId === item?.id)
      expect(why?.eligible).to.equal(true)
      const never = await pairScreen(cms.url, await cms.as('quantri'), {
        areaId: AREAS.province,
      })
      const empty = await (
        await cms.as('quantri')
      ).call('onScreen', { params: { id: never.id } })
      expect(empty.showing.kind).to.equal('holding')
    })
  })

  describe('withdrawn', () => {
    it('is recalled at once and out of every manifest after', async () => {
      const live = await releasedBulletin(ha, thuy)
      const socket = await screen.connect()
      const recalled = heard(socket, 'recall')
      const after = await thuy.call('withdrawBulletin', {
        params: { id: live.id },
        body: {},
      })
      expect(after.state).to.equal('withdrawn')
      expect(await recalled).to.have.property('sealed')
      const { manifest } = await screen.manifest()
      expect(await itemsOf(screen)).to.not.include(live.id)
      expect(manifest.recalls.at(-1)?.target.kind).to.equal('release')
      await thuy.refused('withdrawBulletin', 'bulletin.wrong_state', {
        params: { id: live.id },
        body: {},
      })
      socket.close()
    })
  })

  describe('are found', () => {
    it('without accents, by words of their fields, a page at a time', async () => {
      await draft({ title: 'Lịch tiếp công dân' })
      const found = await ha.call('listBulletins', {
        query: { q: 'tiep cong dan' },
      })
      expect(found.bulletins.map(({ title }) => title)).to.deep.equal([
        'Lịch tiếp công dân',
      ])
      const ids: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof next>> = await next(cursor)
        ids.push(...page.bulletins.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(new Set(ids).size).to.equal(ids.length)
      const all = await ha.call('listBulletins', { query: { limit: 200 } })
      expect(ids).to.deep.equal(all.bulletins.map(({ id }) => id))
    })

    it('by nobody outside their area', async () => {
      const stranger = await cms.as('binh')
      const { bulletins } = await stranger.call('listBulletins')
      expect(bulletins).to.deep.equal([])
    })

    it('with the acts this person may do now', async () => {
      const { id } = await draft()
      await ha.call('submitBulletin', { params: { id } })
      const mine = await ha.call('getBulletin', { params: { id } })
      expect(mine.may).to.include({ edit: false, release: false })
      const theirs = await thuy.call('getBulletin', { params: { id } })
      expect(theirs.may).to.include({ release: true, return: true })
    })
  })

  function next(cursor: string | null) {
    return ha.call('listBulletins', {
      query: { limit: 3, ...(cursor ? { cursor } : {}) },
    })
  }
})
