/** Sealing, cutting and proving the audit: what even its owner cannot undo. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { sql } from 'kysely'
import { AUDIT_COMMANDS } from '../../../cms/server/admin/audit-commands.js'
import { wordsIn } from '../../../cms/server/admin/words.js'
import { auditJobs } from '../../../cms/server/compose-care.js'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { hashOfLine } from '../../../cms/server/rooms/audit/audit-chain.rules.js'
import { verifyChain } from '../../../cms/server/rooms/audit/verify-chain.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

const DAY_MS = 86_400_000

for (const dialect of DIALECTS)
  describe(`the nights of the audit on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let databaseUrl: string | null
    let now = Date.parse('2026-11-24T03:00:00Z')
    const clock: Clock = { now: () => now }

    before(async () => {
      databaseUrl = await databaseUrlFor(dialect)
      running = await startCms({
        ...{ databaseUrl, clock },
        // Its accounts need no second factor, so the clock may run.
        env: { BANGTIN_DEMO: '1' },
      })
      await running.as('quantri')
      await running.as('soat')
    })
    after(() => running.stop())

    const job = (name: string) => {
      const found = auditJobs(running.cms.core).find((one) => one.name === name)
      return found?.run() ?? Promise.reject(new Error(`no job ${name}`))
    }
    const act = () =>
      running.cms.core.inTransaction(({ recordAct }) =>
        recordAct(SYSTEM_ACTOR, {
          act: 'area.renamed',
          subject: { kind: 'area', id: 'area-iason' },
          details: { before: { name: 'Xã cũ' }, after: { name: 'Xã mới' } },
        }),
      )
    const prove = () => verifyChain(running.cms.core)
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => String(error),
      )
    const offline = async (
      name: keyof typeof AUDIT_COMMANDS,
      options: Record<string, string[]>,
    ) => {
      const said: string[] = []
      const config = { databaseUrl, dataFolder: running.folder }
      const say = (line: string) => void said.push(line)
      const words = wordsIn('vi')
      await AUDIT_COMMANDS[name].run({ config, words, say }, options)
      return said.join('\n')
    }
    const exportTo = (to: string) => offline('audit export', { to: [to] })
    /** As a person runs it: a process of its own, and no CMS to ask. */
    const run = async (line: string[]) => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'cms/server/admin.ts', ...line],
        {
          env: {
            ...process.env,
            BANGTIN_DATA: running.folder,
            // Nobody listens there: it has to do without the CMS.
            BANGTIN_PORT: '1',
            DATABASE_URL: databaseUrl ?? '',
          },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (said += text))
      const [code] = (await once(child, 'close')) as [number | null]
      return { code, said }
    }

    it('refuses checkpoints of lines that are not, and takes none back', async () => {
      const { db } = running.cms.core.database
      const row = { number: 1, hash: '0'.repeat(64), sealed_at: 'x' }
      const insert = (more: object) =>
        refusal(
          db
            .insertInto('audit_checkpoints')
            .values({ ...row, sealed: 'x', cut_at: null, day: null, ...more })
            .execute(),
        )
      expect(await insert({})).to.contain('vouches')
      expect(await insert({ number: 9999 })).to.contain('vouches')
      const [line] = await running.cms.core.audit.listAfter(0, 1)
      expect(await insert({ hash: line?.hash, cut_at: 'x' })).to.contain(
        'vouches',
      )
      const back = sql`update audit_head set number = 1`.execute(db)
      expect(await refusal(back)).to.contain('append-only')
    })

    it('seals once a day, however many nodes come', async () => {
      const made = await Promise.all([1, 2, 3].map(() => job('seal the audit')))
      expect(made.filter(Boolean)).to.have.length(1)
      expect(await job('seal the audit')).to.equal(null)
      now += DAY_MS
      await act()
      expect(await job('seal the audit')).to.have.property('hash')
      const verdict = await prove()
      expect(verdict).to.include({ ok: true, from: 1, checkpoints: 2 })
      const { db } = running.cms.core.database
      const gone = db.deleteFrom('audit_checkpoints').execute()
      expect(await refusal(gone)).to.contain('append-only')
    })

    it('keeps every line until a person says otherwise, and asks who', async () => {
      now += 400 * DAY_MS
      expect(await job('cut the audit')).to.equal(null)
      const soat = await running.as('soat')
      const body = { keepMonths: 12 }
      await soat.refused('changeAuditRetention', 'auth.forbidden', { body })
      const quantri = await running.as('quantri')
      await quantri.refused('changeAuditRetention', 'request.invalid', {
        body: { keepMonths: 1 },
      })
      const kept = await quantri.call('changeAuditRetention', { body })
      expect(kept).to.include({ keepMonths: 12, firstKept: 1 })
      const [line] = (await soat.call('listAudit', { query: { act: 'audit' } }))
        .lines
      expect(line?.details).to.deep.equal({
        before: { keepMonths: null },
        after: { keepMonths: 12 },
      })
      expect(line?.via).to.match(/^session:/)
    })

    it('cuts at a checkpoint only, once, with what goes on the disk first', async () => {
      const { checkpoints, audit } = running.cms.core
      const last = (await checkpoints.list()).at(-1)
      const gone = await audit.listAfter(0, last?.number ?? 0)
      const cuts = await Promise.all([1, 2].map(() => job('cut the audit')))
      const [cut] = cuts.filter(Boolean)
      expect(cuts.filter(Boolean)).to.have.length(1)
      expect(cut).to.include({ upTo: last?.number, lines: gone.length })
      const path = join(running.folder, 'audit-archive', String(cut?.['file']))
      const archive = JSON.parse(await readFile(path, 'utf8')) as {
        lines: typeof gone
        checkpoint: { hash: string }
      }
      expect(archive.lines).to.deep.equal(gone)
      const { hash, ...facts } = archive.lines.at(-1)!
      expect(hashOfLine(facts)).to.equal(archive.checkpoint.hash)
      expect(hash).to.equal(archive.checkpoint.hash)
      expect(await prove()).to.include({ ok: true, from: gone.length + 1 })
      expect(await job('cut the audit')).to.equal(null)
      const { db } = running.cms.core.database
      const more = db
        .deleteFrom('audit_lines')
        .where('number', '>', gone.length)
        .execute()
      expect(await refusal(more)).to.contain('append-only')
    })

    it('is proved from the database alone, in words', async () => {
      const said = await offline('audit verify', {})
      expect(said).to.match(/nguyên vẹn: \d+ dòng, từ dòng \d+/)
      expect(said).to.include('Đã niêm phong đến dòng')
      if (dialect === 'sqlite') {
        const proved = await run(['audit', 'verify'])
        expect(proved).to.deep.equal({ code: 0, said: `${said}\n` })
      }
      const to = join(running.folder, 'xuat.csv')
      expect(await exportTo(to)).to.match(/Đã xuất \d+ dòng/)
      expect(await readFile(to, 'utf8')).to.contain('audit.cut')
      expect(await refusal(exportTo(to))).to.contain('Đã có tệp')
      expect(await refusal(exportTo('a.txt'))).to.contain('.csv')
      await rm(to)
    })

    it('names the first line that somebody changed beneath it', async () => {
      const { db } = running.cms.core.database
      await act()
      await act()
      now += DAY_MS
      await job('seal the audit')
      const victim = (await running.cms.core.audit.head()).number - 1
      // As the owner of the database can, with the guard taken off.
      if (dialect === 'sqlite')
        await sql`drop trigger audit_lines_no_update`.execute(db)
      else await sql`alter table audit_lines disable trigger user`.execute(db)
      await db
        .updateTable('audit_lines')
        .set({ details: '{"after":"khác"}' })
        .where('number', '=', victim)
        .execute()
      expect(await prove()).to.deep.equal({
        ok: false,
        brokenAt: victim,
        reason: 'altered',
      })
      expect(await refusal(offline('audit verify', {}))).to.contain(
        `dòng ${victim} (dòng đã bị sửa)`,
      )
      // A broken chain is evidence: nothing of it is cut.
      now += 500 * DAY_MS
      expect(await refusal(job('cut the audit'))).to.contain('audit broken at')
    })

    it('sees a chain that was written anew below a seal', async () => {
      const { db } = running.cms.core.database
      await sealAnyway()
      const { audit, checkpoints } = running.cms.core
      const cut = (await checkpoints.list()).filter((one) => one.cutAt).at(-1)
      let previousHash = cut?.hash ?? '0'.repeat(64)
      for (const line of await audit.listAfter(cut?.number ?? 0, 1000)) {
        const { hash: _old, ...facts } = { ...line, previousHash }
        previousHash = hashOfLine(facts)
        await db
          .updateTable('audit_lines')
          .set({ previous_hash: facts.previousHash, hash: previousHash })
          .where('number', '=', line.number)
          .execute()
      }
      await sql`update audit_head set hash = ${previousHash}`.execute(db)
      const verdict = await prove()
      expect(verdict).to.include({ ok: false, reason: 'not_as_sealed' })
    })

    /** A seal over the broken chain: it tells what stood there, not that it is right. */
    const sealAnyway = () => job('seal the audit')
  })
