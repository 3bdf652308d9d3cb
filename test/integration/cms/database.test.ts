import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect } from 'chai'
import { sql } from 'kysely'
import { backUp } from '../../../cms/server/db/back-up.js'
import { openDatabase } from '../../../cms/server/db/database.js'
import {
  migrate,
  MIGRATIONS,
  NewerDatabaseError,
} from '../../../cms/server/db/migrate.js'
import { createUnitOfWork } from '../../../cms/server/db/unit-of-work.js'
import {
  areaRepository,
  type Area,
} from '../../../cms/server/rooms/areas/area.repository.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { databaseUrlFor, eachDialect } from '../../support/each-dialect.js'
import { startPostgres } from '../../support/postgres-server.js'

const ROOT: Area = {
  id: 'root',
  parentId: null,
  kind: 'province',
  name: 'Gia Lai',
  path: ['root'],
  validFrom: '0001-01-01',
  validUntil: null,
  version: 1,
  tags: [],
}
const AT = '2026-03-01T00:00:00.000Z'

describe('database', () => {
  it('has its migrations in the order of their names, each once', () => {
    const names = MIGRATIONS.map((step) => step.name)
    expect(names).to.deep.equal([...new Set(names)].sort())
    for (const name of names) expect(name).to.match(/^\d{4}-[a-z-]+$/)
  })

  eachDialect((database) => {
    it('refuses a database that a newer version has changed', async () => {
      await sql`insert into migrations (name, timestamp)
        values ('9999-from-the-future', ${AT})`.execute(database().db)
      const error = await migrate(database()).catch((thrown: unknown) => thrown)
      expect(error).to.be.instanceOf(NewerDatabaseError)
      expect((error as NewerDatabaseError).unknown).to.deep.equal([
        '9999-from-the-future',
      ])
    })

    it('runs no step twice', async () => {
      expect(await migrate(database())).to.deep.equal([])
    })

    it('undoes a step that fails, whole', async () => {
      const broken = {
        name: '9998-broken',
        up: async (db: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) => {
          await sql`create table half_made (id text)`.execute(db)
          throw new Error('step failed')
        },
      }
      const error: unknown = await migrate(database(), [
        ...MIGRATIONS,
        broken,
      ]).catch((thrown: unknown) => thrown)
      expect(String(error)).to.contain('step failed')
      const tables = await database().db.introspection.getTables()
      expect(tables.map((table) => table.name)).not.to.include('half_made')
      expect(await migrate(database())).to.deep.equal([])
    })

    it('rolls everything back when the work throws', async () => {
      const inTransaction = createUnitOfWork(database().db, areaRepository)
      const work = inTransaction(async (areas) => {
        await areas.add(ROOT, AT)
        throw new Error('changed my mind')
      })
      const error: unknown = await work.catch((thrown: unknown) => thrown)
      expect(String(error)).to.contain('changed my mind')
      expect(await areaRepository(database().db).findRoot()).to.equal(null)
    })

    it('refuses what would wait for itself: a query beside a transaction', async () => {
      const outside = areaRepository(database().db)
      const inTransaction = createUnitOfWork(database().db, areaRepository)
      const error: unknown = await inTransaction(async () => {
        await outside.findRoot()
      }).catch((thrown: unknown) => thrown)
      expect(String(error)).to.contain('beside a transaction')
      const nested: unknown = await inTransaction(() =>
        inTransaction(() => Promise.resolve()),
      ).catch((thrown: unknown) => thrown)
      expect(String(nested)).to.contain('inside a transaction')
      expect(await outside.findRoot()).to.equal(null)
    })

    it('keeps parallel transactions apart', async () => {
      const inTransaction = createUnitOfWork(database().db, areaRepository)
      await inTransaction((areas) => areas.add(ROOT, AT))
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          inTransaction(async (areas) => {
            const id = `child-${n}`
            const path = ['root', id]
            const child = { id, parentId: 'root', kind: 'commune' } as const
            await areas.add({ ...child, name: id, path }, AT)
            if (n % 2 === 1) throw new Error('odd')
          }).catch(() => undefined),
        ),
      )
      const areas = await areaRepository(database().db).list('2026-03-01')
      expect(areas).to.have.length(11)
    })
  })

  it('remembers across a restart of the process', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bangtin-again-'))
    const options = { databaseUrl: null, dataFolder }
    const first = await openDatabase(options, silentLog)
    await migrate(first)
    await areaRepository(first.db).add(ROOT, AT)
    await first.close()
    const second = await openDatabase(options, silentLog)
    expect(await migrate(second)).to.deep.equal([])
    expect((await areaRepository(second.db).findRoot())?.name).to.equal(
      'Gia Lai',
    )
    await second.close()
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('writes ahead and in full on SQLite', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bangtin-wal-'))
    const database = await openDatabase(
      { databaseUrl: null, dataFolder },
      silentLog,
    )
    const pragma = (name: string): unknown =>
      database.sqlite?.pragma(name, { simple: true })
    expect(pragma('journal_mode')).to.equal('wal')
    expect(pragma('synchronous')).to.equal(2)
    expect(pragma('foreign_keys')).to.equal(1)
    await database.close()
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('lives through a restart of PostgreSQL', async function () {
    this.timeout(60_000)
    // A server of its own: every other test of the run is connected to theirs.
    const server = await startPostgres()
    const databaseUrl = `${server.url}/postgres`
    const lost: string[] = []
    const log = {
      ...silentLog,
      warn: (_fields: object, message: string) => lost.push(message),
    }
    const database = await openDatabase(
      { databaseUrl, dataFolder: tmpdir() },
      log,
    )
    await migrate(database)
    await areaRepository(database.db).add(ROOT, AT)
    await server.restart()
    expect((await areaRepository(database.db).findRoot())?.id).to.equal('root')
    expect(lost).to.include('database connection lost')
    await database.close()
    await server.stop()
  })

  it('says which database cannot be reached', async () => {
    const databaseUrl = 'postgres://nobody:x@127.0.0.1:9/none'
    const error: unknown = await openDatabase(
      { databaseUrl, dataFolder: tmpdir() },
      silentLog,
    ).catch((thrown: unknown) => thrown)
    expect((error as NodeJS.ErrnoException).code).to.equal('ECONNREFUSED')
  })
})

describe('backup', () => {
  it('copies a database in use, keeps the newest, and opens again', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bangtin-backup-'))
    const database = await openDatabase(
      { databaseUrl: null, dataFolder },
      silentLog,
    )
    await migrate(database)
    await areaRepository(database.db).add(ROOT, AT)
    let now = Date.parse('2026-03-01T19:00:00Z')
    const clock = { now: () => (now += 86_400_000) }
    const config = { dataFolder, backupKeep: 2 }
    for (let night = 0; night < 3; night += 1)
      await backUp({ database, config, clock })
    const names = (await readdir(join(dataFolder, 'backups'))).sort()
    expect(names).to.deep.equal([
      'bangtin-20260303T190000Z.db',
      'bangtin-20260304T190000Z.db',
    ])
    const copy = new BetterSqlite3(join(dataFolder, 'backups', names[1]!))
    expect(copy.prepare('select name from areas').all()).to.deep.equal([
      { name: 'Gia Lai' },
    ])
    copy.close()
    await database.close()
    await rm(dataFolder, { recursive: true, force: true })
  })

  it('leaves PostgreSQL to its own tools, and says so', async function () {
    this.timeout(60_000)
    const database = await openDatabase(
      { databaseUrl: await databaseUrlFor('postgres'), dataFolder: tmpdir() },
      silentLog,
    )
    const config = { dataFolder: tmpdir(), backupKeep: 1 }
    const done = await backUp({ database, config, clock: { now: () => 0 } })
    expect(done).to.deep.equal({ made: false, reason: 'postgres' })
    await database.close()
  })
})
