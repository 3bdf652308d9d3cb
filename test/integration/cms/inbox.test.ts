import { mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { leaseRepository } from '../../../cms/server/rooms/connectors/inbox/lease.repository.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { pdf } from '../../support/films.js'
import { photo } from '../../support/pictures.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'
import { waitFor } from '../../support/wait-for.js'

for (const dialect of DIALECTS)
  describe(`the inbox folder on ${dialect}`, function () {
    this.timeout(60_000)
    let folder: string
    let nodes: RunningCms[] = []
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'bangtin-inbox-'))
      const env = { BANGTIN_INBOX: folder, BANGTIN_INBOX_AREA: AREAS.commune }
      const databaseUrl = await databaseUrlFor(dialect)
      const first = await startCms({ env, databaseUrl })
      // On PostgreSQL a second node watches the same folder.
      nodes =
        dialect === 'sqlite'
          ? [first]
          : [first, await startCms({ env, databaseUrl, folder: first.folder })]
    })
    after(async () => {
      for (const node of nodes.reverse()) await node.stop()
    })

    it('sets a bad file aside with the reason, and waits for half of one', async () => {
      await writeFile(join(folder, 'virus.exe'), 'MZ not for a screen')
      await writeFile(join(folder, 'quét.pdf.part'), pdf(2).subarray(0, 40))
      const aside = join(folder, 'khong-nhan')
      await waitFor(async () =>
        (await readdir(aside).catch((): string[] => [])).includes(
          'virus.exe.ly-do.txt',
        ),
      )
      const reason = await readFile(join(aside, 'virus.exe.ly-do.txt'), 'utf8')
      expect(reason).to.match(/không phải ảnh/)
      expect(await readdir(folder)).to.include('quét.pdf.part')
    })

    it('takes each file once, as the area’s, however it comes again', async () => {
      const scan = pdf(2)
      await writeFile(join(folder, 'quét.pdf.part'), scan)
      await rename(join(folder, 'quét.pdf.part'), join(folder, 'quét.pdf'))
      await writeFile(join(folder, 'lại.pdf'), scan)
      await writeFile(join(folder, 'ảnh.jpg'), await photo(400, 300))
      const taken = join(folder, 'da-nhan')
      await waitFor(
        async () =>
          (await readdir(taken).catch((): string[] => [])).length === 3,
      )
      const ha = await nodes[0]!.as('ha')
      const { media } = await ha.call('listMedia', {
        query: { origin: 'inbox' },
      })
      expect(media).to.have.length(2)
      for (const one of media) expect(one.areaId).to.equal(AREAS.commune)
      expect(media[0]?.uploadedBy).to.equal('Hộp thư đến')
    })

    it('lets one hold the lease until it is over', async () => {
      const leases = leaseRepository(nodes[0]!.cms.core.database.db)
      const take = (holder: string, now: number) =>
        leases.take({ name: 'thử', holder, now, until: now + 100 })
      expect(await take('a', 1000)).to.equal(true)
      expect(await take('b', 1050)).to.equal(false)
      expect(await take('a', 1090)).to.equal(true)
      expect(await take('b', 1191)).to.equal(true)
      await leases.release('thử', 'a')
      expect(await take('a', 1192)).to.equal(false)
    })
  })
