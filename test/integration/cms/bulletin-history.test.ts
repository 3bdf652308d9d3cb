/** Looking back on a bulletin, and bringing back what it said. */
import { expect } from 'chai'
import type { SaveDraft } from '../../../shared/contract/api/bulletins.js'
import { officialNotice, releaseSeen } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { pairScreen } from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

for (const dialect of DIALECTS)
  describe(`the history of a bulletin on ${dialect}`, function () {
    this.timeout(60_000)
    let cms: RunningCms
    let ha: CmsClient
    let thuy: CmsClient
    let tinh: CmsClient

    before(async () => {
      cms = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      await pairScreen(cms.url, await cms.as('quantri'))
      ha = await cms.as('ha')
      thuy = await cms.as('thuy')
      tinh = await cms.as('tinh')
    })
    after(() => cms?.stop())

    const submitted = async () => {
      const { id } = await ha.call('createBulletin', {
        body: officialNotice(),
      })
      await ha.call('submitBulletin', { params: { id } })
      return id
    }
    const edited = (version: number, over: Partial<SaveDraft> = {}) => {
      const { ownerAreaId: _, ...revision } = officialNotice()
      return { ...revision, expectedVersion: version, ...over }
    }

    it('keeps every revision, says what each changed, and brings one back', async () => {
      const id = await submitted()
      const params = { id }
      await releaseSeen(thuy, id)
      const { version } = await ha.call('getBulletin', { params })
      const view = await tinh.call('saveDraft', {
        params,
        body: edited(version, { title: 'Lần hai', weight: 4 }),
      })
      const binh = await cms.as('binh')
      const soat = await cms.as('soat')
      const from = { revisionNumber: 1 }
      const body = { from, expectedVersion: view.version }
      await binh.refused('restoreBulletin', 'bulletin.not_found', {
        params,
        body,
      })
      await soat.refused('restoreBulletin', 'auth.forbidden', { params, body })
      await ha.refused('restoreBulletin', 'request.precondition_required', {
        params,
        body: { from },
      })
      await ha.refused('restoreBulletin', 'bulletin.conflict', {
        params,
        body: { from, expectedVersion: version },
      })
      const [newest] = (await ha.call('getBulletinHistory', { params }))
        .revisions
      const other = await submitted()
      for (const id of [other, 'rev-none'])
        await ha.refused('getRevision', 'bulletin.not_found', {
          params: { id, revisionId: newest!.id },
        })
      const two = await ha.call('getRevision', {
        params: { ...params, revisionId: newest!.id },
      })
      expect(two.previous?.number).to.equal(1)
      expect(two.writers).to.deep.equal(['Trực tỉnh'])
      expect(two.changed).to.deep.include.members([
        { pointer: '/weight', before: '1', after: '4' },
      ])
      const restored = await ha.call('restoreBulletin', { params, body })
      expect(restored.revision.weight).to.equal(1)
      expect(restored).to.include({ state: 'draft', liveRevisionNumber: 1 })
      const history = await ha.call('getBulletinHistory', { params })
      expect(history.steps[0]).to.include({ act: 'restored', note: '1' })
      expect(history.revisions.map(({ number }) => number)).to.deep.equal([
        2, 1,
      ])
      expect(history.revisions[1]).to.include({ isLive: true, isNewest: false })
      // What the other had written is there to be brought back as well.
      const lost = history.saves.find(({ title }) => title === 'Lần hai')
      const back = await ha.call('restoreBulletin', {
        params,
        body: {
          from: { saveId: lost?.id ?? '' },
          expectedVersion: restored.version,
        },
      })
      expect(back.revision.weight).to.equal(4)
    })
  })
