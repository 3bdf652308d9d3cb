import { expect } from 'chai'
import fc from 'fast-check'
import { findFolded, replaceFolded } from '../../../shared/text/find-folded.js'
import { officialNotice, releasedBulletin } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import {
  healthyStatus,
  pairScreen,
  type FakeScreen,
} from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

describe('finding words', () => {
  it('is by whole words, without accents, in either Unicode form', () => {
    const nfd = 'Ông Nguyễn  Văn Hà và bà Hành'.normalize('NFD')
    const [one] = findFolded(nfd, 'nguyen van ha')
    expect(nfd.slice(one?.start, one?.end).normalize('NFC')).to.equal(
      'Nguyễn  Văn Hà',
    )
    expect(findFolded('Hành chính', 'ha')).to.deep.equal([])
    expect(replaceFolded('Hà gặp Hà', 'Hà', 'Hạ')).to.equal('Hạ gặp Hạ')
  })

  it('leaves every other letter as it was', () => {
    const words = fc.stringMatching(/^[a-zđêệ ]{0,30}$/)
    fc.assert(
      fc.property(words, words, (left, right) => {
        const text = `${left}. Ksor Soát. ${right}`
        expect(replaceFolded(text, 'ksor soat', 'X')).to.equal(
          text.replace('Ksor Soát', 'X'),
        )
      }),
    )
  })
})

for (const dialect of DIALECTS)
  describe(`corrections on ${dialect}`, function () {
    this.timeout(60_000)
    let cms: RunningCms
    let ha: CmsClient
    let thuy: CmsClient
    let screen: FakeScreen

    before(async () => {
      cms = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      screen = await pairScreen(cms.url, await cms.as('quantri'))
      ha = await cms.as('ha')
      thuy = await cms.as('thuy')
    })
    after(() => cms.stop())

    const signedBy = async (signer: string, words = 'Nạo vét kênh') => {
      const body = officialNotice({ words })
      return releasedBulletin(ha, thuy, {
        ...body,
        fields: { vi: { ...body.fields.vi, signer } },
      })
    }
    const propose = async (text: string, replacement: string) => {
      const { uses } = await ha.call('findUses', { query: { text } })
      return ha.call('proposeCorrection', {
        body: {
          text,
          replacement,
          reason: 'Sai tên người ký',
          places: uses.map(({ bulletinId, revisionId, hits }) => ({
            bulletinId,
            revisionId,
            pointers: hits.map(({ pointer }) => pointer),
          })),
        },
      })
    }

    it('mend a wrong name everywhere by one approval, and say which screens have it', async () => {
      const one = await signedBy('Nguyễn Văn Hòa')
      const two = await signedBy('CHỦ TỊCH Nguyễn Văn Hoà')
      const open = await ha.call('saveDraft', {
        params: { id: two.id },
        body: {
          ...two.revision,
          title: 'Đang sửa tiếp',
          expectedVersion: two.version,
        },
      })
      const stranger = await cms.as('binh')
      const theirs = await stranger.call('findUses', {
        query: { text: 'nguyen van hoa' },
      })
      expect(theirs.uses).to.deep.equal([])
      const made = await propose('nguyen van hoa', 'Nguyễn Văn Hóa')
      expect(made.items.map(({ bulletinId }) => bulletinId)).to.have.members([
        one.id,
        two.id,
      ])
      expect(made.mayRelease).to.equal(false)
      const params = { id: made.id }
      await ha.refused('releaseCorrection', 'auth.forbidden', {
        params,
        body: { contentHash: made.contentHash! },
      })
      const todo = await thuy.call('getTodo')
      expect(todo.corrections.map(({ id }) => id)).to.include(made.id)
      const seen = await thuy.call('getCorrection', { params })
      const after = (id: string) =>
        seen.items.find(({ bulletinId }) => bulletinId === id)?.changes[0]
          ?.after
      expect(after(one.id)).to.equal('Nguyễn Văn Hóa')
      expect(after(two.id)).to.equal('CHỦ TỊCH Nguyễn Văn Hóa')
      await thuy.refused('releaseCorrection', 'bulletin.renders_otherwise', {
        params,
        body: { contentHash: '0'.repeat(64) },
      })
      const done = await thuy.call('releaseCorrection', {
        params,
        body: { contentHash: seen.contentHash! },
      })
      expect(done.screens.map(({ has }) => has)).to.deep.equal([false])
      const { manifest } = await screen.manifest()
      await screen.report({
        status: healthyStatus({ manifestNumber: manifest.number }),
      })
      const there = await thuy.call('getCorrection', { params })
      expect(there.screens.map(({ has }) => has)).to.deep.equal([true])
      const left = await ha.call('findUses', {
        query: { text: 'Nguyễn Văn Hòa' },
      })
      expect(
        left.uses.every(({ hits }) => hits.every((hit) => !hit.exact)),
      ).to.equal(true)
      const draft = await ha.call('getBulletin', { params: { id: two.id } })
      expect(draft.revision.title).to.equal(open.revision.title)
      expect(draft.state).to.equal('draft')
      await thuy.refused('releaseCorrection', 'correction.decided', {
        params,
        body: { contentHash: seen.contentHash! },
      })
    })

    it('release nothing when one of them changed on the screens', async () => {
      const one = await signedBy('Trần Thị Lan')
      const two = await signedBy('Trần Thị Lan')
      const made = await propose('Trần Thị Lan', 'Trần Thị Loan')
      await thuy.call('withdrawBulletin', { params: { id: two.id }, body: {} })
      await thuy.refused('releaseCorrection', 'correction.overtaken', {
        params: { id: made.id },
        body: { contentHash: made.contentHash! },
      })
      const still = await ha.call('getBulletin', { params: { id: one.id } })
      expect(still.liveRevisionNumber).to.equal(1)
      await thuy.call('returnCorrection', {
        params: { id: made.id },
        body: { reason: 'Lập lại' },
      })
    })

    it('tell each person what waits for them', async () => {
      const { id } = await ha.call('createBulletin', { body: officialNotice() })
      await ha.call('submitBulletin', { params: { id } })
      const mine = await ha.call('getTodo')
      expect(mine.submitted.map((one) => one.id)).to.include(id)
      expect(mine.waiting).to.deep.equal([])
      const hers = await thuy.call('getTodo')
      expect(hers.waiting.map((one) => one.id)).to.include(id)
      await thuy.call('returnBulletin', {
        params: { id },
        body: { reason: 'Sai ngày' },
      })
      const back = await ha.call('getTodo')
      expect(back.returned.map((one) => one.id)).to.include(id)
    })
  })
