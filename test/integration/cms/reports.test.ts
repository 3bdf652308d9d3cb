import { expect } from 'chai'
import type { AsRun } from '../../../shared/contract/receipt.js'
import { readSheet } from '../../../cms/server/sheets/read-sheet.js'
import { officialNotice, releasedBulletin } from '../../support/bulletins.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { DIALECTS, databaseUrlFor } from '../../support/each-dialect.js'
import { pairScreen, type FakeScreen } from '../../support/fake-screen.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

const SPAN = { from: '2026-11-01', until: '2026-11-30' }

for (const dialect of DIALECTS)
  describe(`reports of what was shown, on ${dialect}`, () => {
    let cms: RunningCms
    let ha: CmsClient
    let near: FakeScreen
    let far: FakeScreen
    let releases: string[]

    const hour = (releaseId: string, at: string, showings: number): AsRun => ({
      ...{ releaseId, showings },
      hour: at,
      seconds: showings * 12,
    })

    before(async function () {
      this.timeout(60_000)
      cms = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      const admin = await cms.as('quantri')
      near = await pairScreen(cms.url, admin, { name: 'Chợ Ia Sơn' })
      far = await pairScreen(cms.url, admin, {
        name: 'Bến xe',
        areaId: AREAS.other,
      })
      ha = await cms.as('ha')
      const thuy = await cms.as('thuy')
      for (const words of ['Nạo vét kênh', 'Tiêm phòng'])
        await releasedBulletin(ha, thuy, officialNotice({ words }))
      const { manifest } = await near.manifest()
      releases = (manifest?.items ?? []).map((item) => item.releaseId)
    })
    after(() => cms.stop())

    it('refuses spans that are none and areas that are not one’s own', async () => {
      for (const query of [
        'from=2026-11-02&until=2026-11-01',
        'from=2024-01-01&until=2026-01-01',
        'from=x&until=y',
        '',
      ]) {
        const answer = await ha.fetch(`/api/v1/reports/plays?${query}`)
        expect((await problemIn(answer)).code).to.equal('request.invalid')
      }
      const query = { ...SPAN, areaId: AREAS.other }
      await ha.refused('reportPlays', 'auth.forbidden', { query })
      await ha.refused('reportPlays', 'area.not_found', {
        query: { ...SPAN, areaId: 'khong-co' },
      })
    })

    it('adds up days of here, each hour once however often it is told', async () => {
      const [kenh = '', tiem = ''] = releases
      // 23:00 of the 9th here, and 00:00, 07:00 of the 10th.
      const told = [
        hour(kenh, '2026-11-09T16:00:00.000Z', 4),
        hour(kenh, '2026-11-09T17:00:00.000Z', 5),
        hour(kenh, '2026-11-10T00:00:00.000Z', 6),
        hour(tiem, '2026-11-12T03:00:00Z', 2),
      ]
      await near.report({ asRun: told })
      await near.report({ asRun: told.slice(1, 2) })
      await near.report({ asRun: [hour(tiem, '2026-11-12T03:00:00.000Z', 3)] })
      const { rows, total, byDay, screensNow } = await ha.call('reportPlays', {
        query: SPAN,
      })
      expect(rows.map((row) => [row.name, row.showings])).to.deep.equal([
        ['Nạo vét kênh', 15],
        ['Tiêm phòng', 3],
      ])
      expect(rows[0]).to.include({ days: 2, longestRun: 2, seconds: 180 })
      expect(total).to.deep.equal({ showings: 18, seconds: 216, screens: 1 })
      expect(screensNow).to.equal(1)
      expect(byDay).to.have.length(30)
      expect(byDay[8]).to.include({ day: '2026-11-09', showings: 4 })
      expect(byDay[9]).to.include({ day: '2026-11-10', showings: 11 })
    })

    it('shows a commune its own screens, and the province all', async () => {
      await far.report({
        asRun: [hour(releases[0] ?? '', '2026-11-15T02:00:00.000Z', 7)],
      })
      const by = 'screen' as const
      const own = await ha.call('reportPlays', { query: { ...SPAN, by } })
      expect(own.rows.map(({ name }) => name)).to.deep.equal(['Chợ Ia Sơn'])
      const tinh = await cms.as('tinh')
      const all = await tinh.call('reportPlays', { query: { ...SPAN, by } })
      expect(all.rows.map(({ name }) => name)).to.deep.equal([
        'Chợ Ia Sơn',
        'Bến xe',
      ])
      const areas = await tinh.call('reportPlays', {
        query: { ...SPAN, by: 'area', areaId: AREAS.other },
      })
      expect(areas.rows.map(({ name }) => name)).to.deep.equal([
        'Phường Pleiku',
      ])
    })

    it('leaves the house as CSV and XLSX, in the reader’s language', async () => {
      for (const format of ['csv', 'xlsx']) {
        const answer = await ha.fetch(
          `/api/v1/reports/plays/export?from=${SPAN.from}&until=${SPAN.until}&format=${format}`,
        )
        expect(answer.status).to.equal(200)
        const sheet = readSheet(new Uint8Array(await answer.arrayBuffer()))
        expect(JSON.stringify(sheet)).to.include('Số lượt')
        expect(JSON.stringify(sheet)).to.include('Nạo vét kênh')
      }
    })
  })
