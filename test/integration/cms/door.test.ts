/** What every endpoint has from the door: tags, keys, and careful refusals. */
import { expect } from 'chai'
import { officialNotice } from '../../support/bulletins.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

for (const dialect of DIALECTS)
  describe(`the door on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let ha: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      ha = await running.as('ha')
    })
    after(() => running.stop())

    const post = (key: string, words: string, by = ha) =>
      by.fetch('/api/v1/bulletins', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(officialNotice({ words })),
      })
    const idIn = async (answer: Response) =>
      ((await answer.json()) as { id: string }).id
    const counted = async (words: string) =>
      (await ha.call('listBulletins', { query: { q: words } })).bulletins.length

    it('does what one key asks for once, and answers the same again', async () => {
      const first = await post('key-1', 'Khoá một')
      expect(first.headers.get('idempotency-replayed')).to.equal(null)
      const second = await post('key-1', 'Khoá một')
      expect(second.headers.get('idempotency-replayed')).to.equal('true')
      expect(await idIn(second)).to.equal(await idIn(first))
      expect(await counted('khoa mot')).to.equal(1)
    })

    it('does it once also when ten come together', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => post('key-2', 'Khoá hai')),
      )
      for (const answer of answers)
        expect(answer.status).to.be.oneOf([200, 409])
      expect(await counted('khoa hai')).to.equal(1)
    })

    it('refuses a key that another request has used', async () => {
      await post('key-3', 'Khoá ba')
      const problem = await problemIn(await post('key-3', 'Khoá khác'))
      expect(problem.code).to.equal('request.key_reused')
      expect(await counted('khoa khac')).to.equal(0)
    })

    it('keeps keys by person, and forgets those of refused requests', async () => {
      const binh = await running.as('binh')
      const refused = await post('key-4', 'Khoá bốn', binh)
      expect(refused.status).to.equal(403)
      const again = await problemIn(await post('key-4', 'Khoá năm', binh))
      expect(again.code).to.equal('auth.forbidden')
      expect((await post('key-4', 'Khoá bốn')).status).to.equal(200)
    })

    it('takes a key over from a process that died before it was done', async () => {
      const { db } = running.cms.core.database
      await post('key-5', 'Khoá sáu')
      await db
        .updateTable('answered_requests')
        .set({ state: 'running', holder: 'dead.1', answer: null })
        .set({ held_until: '2020-01-01T00:00:00.000Z' })
        .where('key', '=', 'key-5')
        .execute()
      expect((await post('key-5', 'Khoá sáu')).status).to.equal(200)
      await db
        .updateTable('answered_requests')
        .set({ state: 'committed', holder: 'dead.1', answer: null })
        .set({ held_until: '2020-01-01T00:00:00.000Z' })
        .where('key', '=', 'key-5')
        .execute()
      const lost = await problemIn(await post('key-5', 'Khoá sáu'))
      expect(lost.code).to.equal('request.answer_lost')
      expect(await counted('khoa sau')).to.equal(2)
    })

    it('answers 304 to who has the same answer, and tags a draft by version', async () => {
      const { id } = await ha.call('createBulletin', { body: officialNotice() })
      const first = await ha.fetch(`/api/v1/bulletins/${id}`)
      const tag = first.headers.get('etag') ?? ''
      const same = await ha.fetch(`/api/v1/bulletins/${id}`, {
        headers: { 'If-None-Match': tag },
      })
      expect(same.status).to.equal(304)
      const { expectedVersion: _none, ...draft } = {
        ...officialNotice({ words: 'Đã sửa' }),
        expectedVersion: 1,
      }
      const save = (ifMatch?: string) =>
        ha.fetch(`/api/v1/bulletins/${id}/draft`, {
          method: 'PUT',
          headers: {
            'Content-Type': 'application/json',
            ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
          },
          body: JSON.stringify(draft),
        })
      expect((await save()).status).to.equal(428)
      expect((await save('soon')).status).to.equal(400)
      const saved = await save(tag)
      expect(saved.status).to.equal(200)
      const late = await problemIn(await save(tag))
      expect([late.status, late.code]).to.deep.equal([
        412,
        'request.precondition_failed',
      ])
      const next = saved.headers.get('etag') ?? ''
      expect(next).not.to.equal(tag)
      expect((await save(next)).status).to.equal(200)
    })

    it('hides what is outside a person’s areas as if it never was', async () => {
      const { id } = await ha.call('createBulletin', { body: officialNotice() })
      const binh = await running.as('binh')
      const hidden = await binh.refused('getBulletin', 'bulletin.not_found', {
        params: { id },
      })
      const none = await binh.refused('getBulletin', 'bulletin.not_found', {
        params: { id: 'ABCDEFGH' },
      })
      expect({ ...hidden, requestId: '' }).to.deep.equal({
        ...none,
        requestId: '',
      })
      await binh.refused('submitBulletin', 'bulletin.not_found', {
        params: { id },
      })
      await binh.refused('releaseBulletin', 'bulletin.not_found', {
        params: { id },
        body: { contentHash: '0'.repeat(64) },
      })
      // The auditor of the province sees all, and may do nothing.
      const soat = await running.as('soat')
      await soat.call('getBulletin', { params: { id } })
      const problem = await soat.refused('submitBulletin', 'auth.forbidden', {
        params: { id },
      })
      expect(problem.details).to.deep.equal({ act: 'bulletin.submit' })
    })

    it('leaves one line for a refused act, however often it is tried', async () => {
      const soat = await running.as('soat')
      const { id } = await ha.call('createBulletin', { body: officialNotice() })
      for (let time = 0; time < 5; time += 1)
        await soat.refused('returnBulletin', 'auth.forbidden', {
          params: { id },
          body: { reason: 'Thử' },
        })
      const { audit } = running.cms.core
      const lines = (await audit.listAfter(0, 1000)).filter(
        (line) => line.act === 'auth.refused' && line.subjectId === id,
      )
      expect(lines).to.have.length(1)
      expect(lines[0]?.areaId).to.equal(AREAS.commune)
      expect(JSON.parse(lines[0]?.details ?? '')).to.include({
        code: 'auth.forbidden',
        act: 'bulletin.return',
      })
    })
  })
