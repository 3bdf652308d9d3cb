import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { sql } from 'kysely'
import { openDatabase } from '../../../cms/server/db/database.js'
import { migrate } from '../../../cms/server/db/migrate.js'
import { auditRepository } from '../../../cms/server/rooms/audit/audit.repository.js'
import { checkpointRepository } from '../../../cms/server/rooms/audit/checkpoint.repository.js'
import { verifyChain } from '../../../cms/server/rooms/audit/verify-chain.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { cmsClient, problemIn } from '../../support/cms-client.js'
import { runCmsToEnd, startCmsProcess } from '../../support/cms-process.js'
import { photo } from '../../support/pictures.js'
import { startCms } from '../../support/start-cms.js'

describe('starting', function () {
  this.timeout(60_000)
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-start-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('refuses bad values at once, naming each, before opening anything', async () => {
    const data = join(folder, 'never-made')
    const { code, said } = await runCmsToEnd({
      BANGTIN_DATA: data,
      BANGTIN_PORT: 'eighty',
      DATABASE_URL: 'mysql://u:hunter2@db/x',
    })
    expect(code).to.equal(2)
    const lines = said.trim().split('\n')
    expect(lines).to.have.length(4)
    expect(lines[0]).to.match(/^BANGTIN_PORT: phải/)
    expect(lines[2]).to.match(/^DATABASE_URL: phải/)
    expect(said).not.to.contain('hunter2')
    await mkdir(data)
  })

  it('says which port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((go) => taken.listen(0, '127.0.0.1', go))
    const { port } = taken.address() as AddressInfo
    const { code, said } = await runCmsToEnd({
      BANGTIN_DATA: folder,
      BANGTIN_PORT: String(port),
      BANGTIN_LOG: 'warn',
    })
    taken.close()
    expect(code).to.equal(2)
    expect(said).to.contain(`BANGTIN_PORT: port ${port} is in use`)
    expect(said).not.to.contain('ready')
  })

  it('says that the data folder cannot be used', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const { code, said } = await runCmsToEnd({
      BANGTIN_DATA: file,
      BANGTIN_PORT: '0',
    })
    expect(code).to.equal(2)
    expect(said).to.contain('BANGTIN_DATA: cannot use the folder')
  })

  it('says that another Bảng Tin has the data folder', async () => {
    const running = await startCms({ folder })
    const { code, said } = await runCmsToEnd({
      BANGTIN_DATA: folder,
      BANGTIN_PORT: '0',
    })
    expect(code).to.equal(2)
    expect(said).to.contain('BANGTIN_DATA: another Bảng Tin is using')
    await running.stop()
    const after = await startCms({ folder })
    await after.stop()
  })

  it('leaves a database of a newer version alone', async () => {
    const database = await openDatabase(
      { databaseUrl: null, dataFolder: folder },
      silentLog,
    )
    await migrate(database)
    await sql`insert into migrations (name, timestamp)
      values ('9999-newer', 'x')`.execute(database.db)
    await database.close()
    const { code, said } = await runCmsToEnd({
      BANGTIN_DATA: folder,
      BANGTIN_PORT: '0',
    })
    expect(code).to.equal(2)
    expect(said).to.contain('newer version of Bảng Tin')
  })

  it('refuses to run with a damaged key rather than make a new one', async () => {
    await mkdir(join(folder, 'keys'))
    await writeFile(join(folder, 'keys', 'root.jwk'), '{"kty":"OKP"')
    const { code, said } = await runCmsToEnd({
      BANGTIN_DATA: folder,
      BANGTIN_PORT: '0',
    })
    expect(code).to.equal(1)
    expect(said).to.contain('key file is damaged')
  })

  it('makes keys that only we can read, and keeps them', async () => {
    const first = await startCms({ folder })
    const { secrets } = first.cms.core
    await first.stop()
    const modes = execFileSync(
      'sh',
      ['-c', `stat -c %a ${folder}/keys ${folder}/keys/*`],
      { encoding: 'utf8' },
    )
    expect(modes.trim().split('\n')).to.deep.equal([
      '700',
      '600',
      '600',
      '600',
      '600',
    ])
    const second = await startCms({ folder })
    expect(second.cms.core.secrets).to.deep.equal(secrets)
    expect(secrets.rootKey.x).not.to.equal(secrets.sealKey.x)
    await second.stop()
  })
})

describe('stopping', function () {
  this.timeout(60_000)

  it('finishes what runs, takes nothing new, and can be asked twice', async () => {
    const running = await startCms()
    const ha = await running.as('ha')
    const form = new FormData()
    const bytes = new Uint8Array(await photo(1600, 1000))
    form.append('file', new Blob([bytes]), 'a.jpg')
    let uploadMet: () => void = () => {}
    const met = new Promise<void>((go) => (uploadMet = go))
    const { workshop } = running.cms.core
    const renditionsOf = workshop.renditionsOf.bind(workshop)
    workshop.renditionsOf = (taken) => {
      uploadMet()
      return renditionsOf(taken)
    }
    const upload = ha.fetch('/api/v1/media', { method: 'POST', body: form })
    await met
    const stopped = Promise.all([running.cms.stop(), running.cms.stop()])
    expect((await upload).status).to.equal(200)
    await stopped
    const late = await ha.call('me').catch((error: unknown) => error)
    expect(late).to.be.instanceOf(Error)
    await running.stop()
  })

  for (const [how, signal] of [
    ['asked to stop', 'SIGTERM'],
    ['killed', 'SIGKILL'],
  ] as const)
    it(`has every act it answered for after it was ${how}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'bangtin-stop-'))
      const started = await startCmsProcess(folder)
      const { child, url } = started
      const password = 'bon-tu-khong-lien-quan'
      const first = await cmsClient({ url, headers: {} }).signIn(
        'quantri',
        started.password,
      )
      await first.call('changeOwnPassword', { body: { newPassword: password } })
      let answered = 0
      let cut = 0
      const signIn = async () => {
        const answer = await fetch(`${url}/api/v1/auth/sign-in/username`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ username: 'quantri', password }),
        })
        expect(answer.status).to.equal(200)
        answered += 1
        if (answered === 4) process.kill(child.pid ?? 0, signal)
      }
      const tries = Array.from({ length: 16 }, () =>
        signIn().catch(() => {
          cut += 1
        }),
      )
      await Promise.all(tries)
      const code = await child.ended
      expect(answered + cut).to.equal(16)
      if (signal === 'SIGTERM') expect(code).to.equal(0)

      const database = await openDatabase(
        { databaseUrl: null, dataFolder: folder },
        silentLog,
      )
      const audit = auditRepository(database.db)
      const checkpoints = checkpointRepository(database.db)
      const chain = { audit, checkpoints, openCheckpoint: null }
      const lines = await audit.listAfter(0, 1000)
      const kept = lines.filter(({ act }) => act === 'account.signed_in')
      expect(kept.length).to.be.at.least(answered)
      expect((await verifyChain(chain)).ok).to.equal(true)
      await database.close()
      await rm(folder, { recursive: true, force: true })
    })
})

describe('a full disk', function () {
  this.timeout(60_000)
  let folder: string
  let mounted = false
  before(async function () {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-nospace-'))
    try {
      execFileSync(
        'mount',
        ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder],
        {
          stdio: 'ignore',
        },
      )
      mounted = true
    } catch {
      // Needs root: nothing else here makes a disk that is really full.
      this.skip()
    }
  })
  after(async () => {
    if (mounted) execFileSync('umount', ['-l', folder])
    await rm(folder, { recursive: true, force: true })
  })

  it('is told to the person in words, and everything else goes on', async () => {
    const running = await startCms({ folder })
    const ha = await running.as('ha')
    await fill(folder, 200_000)
    const form = new FormData()
    const bytes = new Uint8Array(await photo(1200, 900))
    form.append('file', new Blob([bytes]), 'a.jpg')
    const answer = await ha.fetch('/api/v1/media', {
      method: 'POST',
      body: form,
    })
    const problem = await problemIn(answer)
    expect([problem.status, problem.code]).to.deep.equal([507, 'store.full'])
    expect(problem.detail).to.match(/đầy/)
    expect((await ha.call('listMedia')).media).to.deep.equal([])
    expect((await ha.call('me')).userName).to.equal('ha')
    await running.stop()
  })
})

/** Leaves this many bytes free. */
async function fill(folder: string, leave: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  await writeFile(join(folder, 'ballast'), Buffer.alloc(bavail * bsize - leave))
}
