/** Reading the audit: by whom, filtered how, and as a file that harms nobody. */
import { expect } from 'chai'
import { officialNotice } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

for (const dialect of DIALECTS)
  describe(`the audit on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let soat: CmsClient
    let id: string
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      soat = await running.as('soat')
      const ha = await running.as('ha')
      const words = '=HYPERLINK("x")'
      const body = officialNotice({ words })
      ;({ id } = await ha.call('createBulletin', { body }))
    })
    after(() => running.stop())

    it('refuses those who watch over nothing, and strange cursors', async () => {
      const ha = await running.as('ha')
      for (const name of ['listAudit', 'exportAudit', 'proveAudit'] as const)
        await ha.refused(name, 'auth.forbidden')
      const query = { cursor: 'AAAA' }
      await soat.refused('listAudit', 'request.invalid', { query })
      const area = { areaId: 'khong-co' }
      await soat.refused('listAudit', 'area.not_found', { query: area })
    })

    it('is filtered by thing, act, area, person and time', async () => {
      const found = async (query: Record<string, string>) =>
        (await soat.call('listAudit', { query })).lines.map(({ act }) => act)
      expect(await found({ subjectId: id })).to.deep.equal(['bulletin.created'])
      expect(await found({ act: 'bulletin' })).to.include('bulletin.created')
      expect(await found({ areaId: AREAS.other })).to.not.include(
        'bulletin.created',
      )
      expect(await found({ personId: 'system' })).to.include('area.created')
      expect(await found({ until: '2020-01-01T00:00:00Z' })).to.deep.equal([])
    })

    it('comes page by page, each line once, newest first', async () => {
      const numbers: number[] = []
      let cursor: string | null | undefined
      while (cursor !== null) {
        const query = { limit: 3, ...(cursor ? { cursor } : {}) }
        const page = await soat.call('listAudit', { query })
        numbers.push(...page.lines.map(({ number }) => number))
        cursor = page.nextCursor
      }
      const sorted = [...new Set(numbers)].sort((a, b) => b - a)
      expect(numbers).to.deep.equal(sorted)
      expect(numbers.at(-1)).to.equal(1)
    })

    it('is a file without formulas, and JSON that can be hashed again', async () => {
      const csv = await soat.fetch(`/api/v1/audit/export?subjectId=${id}`)
      expect(csv.headers.get('content-type')).to.match(/^text\/csv/)
      expect(csv.headers.get('content-disposition')).to.contain('nhat-ky.csv')
      for (const cell of (await csv.text()).split(/[,\r\n]/))
        expect(cell).not.to.match(/^"?[=+@]/)
      const json = await soat.fetch('/api/v1/audit/export?format=json')
      const lines = (await json.json()) as Record<string, unknown>[]
      expect(lines[1]?.['previousHash']).to.equal(lines[0]?.['hash'])
    })

    it('proves itself, and names the line that was altered behind its back', async () => {
      expect((await soat.call('proveAudit')).ok).to.equal(true)
      const { db } = running.cms.core.database
      const alter = db
        .updateTable('audit_lines')
        .set({ actor_name: 'Ai khác' })
        .where('number', '=', 2)
      const refused = await alter.execute().catch((error: unknown) => error)
      expect(String(refused)).to.contain('append-only')
      const cut = db.deleteFrom('audit_lines').where('number', '=', 2)
      const kept = await cut.execute().catch((error: unknown) => error)
      expect(String(kept)).to.contain('append-only')
    })
  })
