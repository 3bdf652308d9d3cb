import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import {
  countUnfinished,
  openFileStore,
  type FileStore,
} from '../../../../cms/server/rooms/media/file-store.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { silentLog } from '../../../../shared/kernel/log.js'

const bytesOf = (text: string) => Buffer.from(text)
const hashOf = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex')
const pathIn = (folder: string, sha256: string) =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

describe('file store', () => {
  let folder: string
  let store: FileStore
  const open = (at: string) =>
    openFileStore({ folder: at, clock: systemClock, log: silentLog })

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-store-'))
    store = await open(folder)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('refuses every name that is not a hash', async () => {
    await writeFile(join(folder, 'secret'), 'x')
    for (const name of ['../secret', 'secret', '', '..', 'A'.repeat(64)]) {
      expect(await codeOf(store.read(name))).to.equal('file.not_found')
      expect(await codeOf(store.locate(name))).to.equal('file.not_found')
    }
  })

  it('refuses what it does not have', async () => {
    const sha256 = hashOf(bytesOf('never put'))
    expect(await codeOf(store.read(sha256))).to.equal('file.not_found')
    expect(await store.has(sha256)).to.equal(false)
  })

  it('names bytes by their hash and gives them back', async () => {
    const bytes = bytesOf('Uỷ ban nhân dân xã Ia Sơn')
    const sha256 = await store.put(bytes)
    expect(sha256).to.equal(hashOf(bytes))
    expect(await store.read(sha256)).to.deep.equal(bytes)
    const { path, sizeBytes } = await store.locate(sha256)
    expect(sizeBytes).to.equal(bytes.length)
    expect(await readFile(path)).to.deep.equal(bytes)
    expect(path).to.equal(pathIn(folder, sha256))
  })

  it('keeps the same bytes once, also when put at the same time', async () => {
    const bytes = bytesOf('twice')
    const names = await Promise.all([1, 2, 3, 4].map(() => store.put(bytes)))
    expect(new Set(names).size).to.equal(1)
    expect(await countUnfinished(folder)).to.equal(0)
    expect(await store.read(names[0]!)).to.deep.equal(bytes)
  })

  it('sets a damaged file aside, tells so, and takes it anew', async () => {
    const bytes = bytesOf('will rot')
    const sha256 = await store.put(bytes)
    await store.locate(sha256)
    await writeFile(pathIn(folder, sha256), 'has rotted')
    expect(await codeOf(store.read(sha256))).to.equal('file.damaged')
    expect(await codeOf(store.read(sha256))).to.equal('file.not_found')
    expect(await readdir(join(folder, 'damaged'))).to.have.length(1)
    await store.put(bytes)
    expect(await store.read(sha256)).to.deep.equal(bytes)
  })

  it('never sends from a file that was cut short', async () => {
    const sha256 = await store.put(bytesOf('a whole sentence'))
    await truncate(pathIn(folder, sha256), 5)
    expect(await codeOf(store.locate(sha256))).to.equal('file.damaged')
  })

  it('mends a damaged file when its bytes are put again', async () => {
    const bytes = bytesOf('put again')
    const sha256 = await store.put(bytes)
    await writeFile(pathIn(folder, sha256), 'rotten')
    await store.put(bytes)
    expect(await store.read(sha256)).to.deep.equal(bytes)
  })

  it('forgets what it is told to remove', async () => {
    const sha256 = await store.put(bytesOf('x'))
    await store.remove(sha256)
    await store.remove(sha256)
    expect(await store.has(sha256)).to.equal(false)
  })

  it('sweeps what a crash left unfinished', async () => {
    await writeFile(join(folder, 'incoming', 'half'), 'hal')
    store = await open(folder)
    expect(await countUnfinished(folder)).to.equal(0)
  })
})

describe('file store on a full disk', () => {
  let folder: string
  let mounted = false

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-full-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], {
        stdio: 'ignore',
      })
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

  it('says store.full, leaves nothing half, and keeps what it has', async () => {
    const store = await openFileStore({
      folder,
      clock: systemClock,
      log: silentLog,
    })
    const small = await store.put(bytesOf('small enough'))
    const big = Buffer.alloc(2 * 1024 * 1024, 7)
    expect(await codeOf(store.put(big))).to.equal('store.full')
    expect(await store.has(hashOf(big))).to.equal(false)
    expect(await countUnfinished(folder)).to.equal(0)
    expect((await store.read(small)).toString()).to.equal('small enough')
    const after = await store.put(bytesOf('there is room again'))
    expect(await store.has(after)).to.equal(true)
  })
})

describe('file store that is killed', () => {
  it('has only whole files under their names', async function () {
    this.timeout(60_000)
    const folder = await mkdtemp(join(tmpdir(), 'bangtin-kill-'))
    await mkdir(join(folder, 'store'))
    await chmod(folder, 0o700)
    for (let round = 0; round < 3; round += 1) {
      const writer = spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          'test/support/write-files.ts',
          join(folder, 'store'),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      let told = ''
      writer.stdout.setEncoding('utf8')
      const ended = new Promise((resolve) => writer.once('close', resolve))
      // Killed in the middle of a put: right after some files were answered.
      writer.stdout.on('data', (text: string) => {
        told += text
        if (told.split('\n').length > 8 + round * 5) writer.kill('SIGKILL')
      })
      await ended
      const store = await open(join(folder, 'store'))
      const answered = told.split('\n').slice(0, -1)
      expect(answered.length).to.be.greaterThan(5)
      for (const sha256 of answered) await store.read(sha256)
      for (const sha256 of await namesIn(join(folder, 'store')))
        await store.read(sha256)
      expect(await countUnfinished(join(folder, 'store'))).to.equal(0)
    }
    await rm(folder, { recursive: true, force: true })
  })

  const open = (at: string) =>
    openFileStore({ folder: at, clock: systemClock, log: silentLog })
})

async function namesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true })
  return all
    .map((path) => path.split('/').at(-1) ?? '')
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
}
