import { expect } from 'chai'
import { officialNotice, releasedBulletin } from '../../support/bulletins.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { DIALECTS, databaseUrlFor } from '../../support/each-dialect.js'
import { pairScreen } from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

const HOUR_MS = 3_600_000

for (const dialect of DIALECTS)
  describe(`the agenda on ${dialect}`, () => {
    let cms: RunningCms
    let ha: CmsClient
    const at = (hours: number) =>
      new Date(Date.now() + hours * HOUR_MS).toISOString()

    before(async function () {
      this.timeout(60_000)
      cms = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      ha = await cms.as('ha')
      const thuy = await cms.as('thuy')
      await pairScreen(cms.url, await cms.as('quantri'))
      const release = (words: string, schedule: object) =>
        releasedBulletin(ha, thuy, officialNotice({ words, schedule }))
      await release('Hết hạn tuần sau', { expiresAt: at(24 * 7) })
      await release('Hết hạn ngày kia', { expiresAt: at(48) })
      await release('Hết hạn đêm nay', { expiresAt: at(6) })
      await release('Sáng mai mới phát', {
        notBefore: at(20),
        expiresAt: at(100),
      })
      await release('Không có hạn', {})
      await ha.call('createBulletin', {
        body: officialNotice({ schedule: { expiresAt: at(5) } }),
      })
    })
    after(() => cms.stop())

    it('refuses a span that is none', async () => {
      for (const hours of ['0', '337', 'x', '1.5']) {
        const answer = await ha.fetch(`/api/v1/agenda?hours=${hours}`)
        expect((await problemIn(answer)).code).to.equal('request.invalid')
      }
    })

    it('names what starts and ends, the soonest first, and no draft', async () => {
      const agenda = await ha.call('getAgenda')
      const titles = (turns: typeof agenda.ends) =>
        turns.map(({ bulletin }) => bulletin.title)
      expect(titles(agenda.ends)).to.deep.equal([
        'Hết hạn đêm nay',
        'Hết hạn ngày kia',
      ])
      expect(titles(agenda.starts)).to.deep.equal(['Sáng mai mới phát'])
      expect(agenda.live).to.equal(4)
    })

    it('looks as far ahead as it is asked', async () => {
      const { ends } = await ha.call('getAgenda', { query: { hours: 200 } })
      expect(ends).to.have.length(4)
    })

    it('shows nobody what another commune has', async () => {
      const other = await cms.as('binh')
      const { live, starts, ends } = await other.call('getAgenda')
      expect({ live, starts, ends }).to.deep.equal({
        live: 0,
        starts: [],
        ends: [],
      })
    })
  })
