import { expect } from 'chai'
import { sql } from 'kysely'
import type { Db } from '../../../cms/server/db/database.js'
import { createUnitOfWork } from '../../../cms/server/db/unit-of-work.js'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { grantRepository } from '../../../cms/server/rooms/accounts/grant.repository.js'
import { personRepository } from '../../../cms/server/rooms/accounts/person.repository.js'
import { areaRepository } from '../../../cms/server/rooms/areas/area.repository.js'
import { auditRepository } from '../../../cms/server/rooms/audit/audit.repository.js'
import { checkpointRepository } from '../../../cms/server/rooms/audit/checkpoint.repository.js'
import { recordAct } from '../../../cms/server/rooms/audit/record-act.js'
import { verifyChain } from '../../../cms/server/rooms/audit/verify-chain.js'
import { fileRepository } from '../../../cms/server/rooms/media/file.repository.js'
import {
  mediaRepository,
  type Media,
} from '../../../cms/server/rooms/media/media.repository.js'
import { eachDialect } from '../../support/each-dialect.js'

const AT = '2026-03-01T00:00:00.000Z'
const HASH = (letter: string) => letter.repeat(64)

describe('people', () => {
  eachDialect((database) => {
    const person = {
      id: 'person-1',
      userName: 'ha',
      displayName: 'Rơ Châm Hà',
      post: 'Văn hoá – Xã hội',
      areaId: 'commune',
      temporaryPassword: false,
      passwordExpiresAt: null,
      passwordHash: 'salt:hash',
      createdAt: AT,
    }

    it('refuses a second person of one name', async () => {
      const people = personRepository(database().db)
      await people.add(person)
      const again: unknown = await people
        .add({ ...person, id: 'person-2' })
        .catch((error: unknown) => error)
      expect(again).to.be.instanceOf(Error)
      expect(await people.count()).to.equal(1)
    })

    it('finds a person by id and by name', async () => {
      const people = personRepository(database().db)
      await people.add(person)
      const { passwordHash: _hash, createdAt: _at, ...kept } = person
      const seen = { ...kept, frozenAt: null, frozenReason: null }
      expect(await people.find('person-1')).to.deep.equal(seen)
      expect(await people.findByUserName('ha')).to.deep.equal(seen)
      expect(await people.findByUserName('HA')).to.equal(null)
      expect(await people.list()).to.deep.equal([seen])
    })

    it('counts a grant from its first instant to its last', async () => {
      const people = personRepository(database().db)
      await people.add(person)
      await grantRepository(database().db).addGrant({
        personId: 'person-1',
        role: 'approver',
        areaId: 'commune',
        from: '2026-03-10T00:00:00.000Z',
        until: '2026-03-20T00:00:00.000Z',
        createdAt: AT,
      })
      const roles = async (at: string) =>
        (await people.listGrants('person-1', at)).map((grant) => grant.role)
      expect(await roles('2026-03-09T23:59:59.999Z')).to.deep.equal([])
      expect(await roles('2026-03-10T00:00:00.000Z')).to.deep.equal([
        'approver',
      ])
      expect(await roles('2026-03-19T23:59:59.999Z')).to.deep.equal([
        'approver',
      ])
      expect(await roles('2026-03-20T00:00:00.000Z')).to.deep.equal([])
    })
  })
})

describe('areas', () => {
  const area = (id: string, path: string[], name = id) => ({
    id,
    parentId: path.at(-2) ?? null,
    kind: path.length === 1 ? ('province' as const) : ('commune' as const),
    name,
    path,
  })

  eachDialect((database) => {
    let areas: ReturnType<typeof areaRepository>
    beforeEach(async () => {
      areas = areaRepository(database().db)
      await areas.add(area('province', ['province'], 'Gia Lai'), AT)
      await areas.add(area('a', ['province', 'a'], 'Xã Tây Sơn'), AT)
      await areas.add(area('ab', ['province', 'ab'], 'Xã Ab'), AT)
      await areas.add(area('a-1', ['province', 'a', 'a-1'], 'Làng 1'), AT)
    })

    it('refuses a child of nobody', async () => {
      const orphan = area('x', ['gone', 'x'])
      const error: unknown = await areas
        .add(orphan, AT)
        .catch((e: unknown) => e)
      expect(error).to.be.instanceOf(Error)
    })

    it('knows the root, the way down, and what is below', async () => {
      expect((await areas.findRoot())?.id).to.equal('province')
      expect((await areas.find('a-1'))?.path).to.deep.equal([
        'province',
        'a',
        'a-1',
      ])
      const below = (await areas.listBelow(['a'])).map(({ id }) => id).sort()
      expect(below).to.deep.equal(['a', 'a-1'])
      expect(await areas.listBelow([])).to.deep.equal([])
      expect(await areas.listBelow(['province', 'a'])).to.have.length(4)
    })

    it('shows the code that holds on the day, and keeps the reused one', async () => {
      // 21808 was Thị trấn Phú Phong; since 01/07/2025 it is Xã Tây Sơn.
      await areas.addCode({
        areaId: 'ab',
        code: '21808',
        from: '2004-01-01',
        until: '2025-07-01',
      })
      await areas.addCode({
        areaId: 'a',
        code: '21808',
        from: '2025-07-01',
        until: null,
      })
      const codes = async (day: string) =>
        (await areas.list(day))
          .filter(({ code }) => code !== null)
          .map(({ id, code }) => `${id} ${code}`)
      expect(await codes('2025-06-30')).to.deep.equal(['ab 21808'])
      expect(await codes('2025-07-01')).to.deep.equal(['a 21808'])
    })

    it('lists parents before children', async () => {
      const ids = (await areas.list('2026-03-01')).map(({ id }) => id)
      expect(ids.indexOf('province')).to.equal(0)
      expect(ids.indexOf('a')).to.be.lessThan(ids.indexOf('a-1'))
    })

    it('gives names of many at once, and leaves out the unknown', async () => {
      const names = await areas.names(['a', 'a', 'nowhere'])
      expect([...names]).to.deep.equal([['a', 'Xã Tây Sơn']])
    })
  })
})

describe('audit', () => {
  const clock = { now: () => Date.parse(AT) }
  const line = (n: number) => ({
    act: 'bulletin.released',
    subject: { kind: 'bulletin', id: `b-${n}` },
    details: { tiêuĐề: 'Thông báo', n },
  })

  eachDialect((database, dialect) => {
    const record = (n: number) =>
      createUnitOfWork(database().db, (db) => ({
        audit: auditRepository(db),
      }))(({ audit }) => recordAct({ audit, clock }, SYSTEM_ACTOR, line(n)))
    const verify = () =>
      verifyChain({
        audit: auditRepository(database().db),
        checkpoints: checkpointRepository(database().db),
        openCheckpoint: null,
      })

    it('refuses to change or remove a line', async () => {
      await record(1)
      for (const statement of [
        sql`update audit_lines set act = 'x'`,
        sql`delete from audit_lines`,
      ]) {
        const error: unknown = await statement
          .execute(database().db)
          .catch((thrown: unknown) => thrown)
        expect(String(error)).to.contain('append-only')
      }
      expect(await verify()).to.include({ ok: true, lines: 1 })
    })

    it('chains the lines of acts done at the same time', async () => {
      await Promise.all(Array.from({ length: 25 }, (_, n) => record(n)))
      expect(await verify()).to.include({ ok: true, lines: 25 })
    })

    it('writes nothing for an act that was undone, and skips no number', async () => {
      await record(1)
      await createUnitOfWork(database().db, (db) => auditRepository(db))(
        async (audit) => {
          await recordAct({ audit, clock }, SYSTEM_ACTOR, line(2))
          throw new Error('undone')
        },
      ).catch(() => undefined)
      await record(3)
      expect(await verify()).to.include({ ok: true, lines: 2 })
    })

    const tampered: [string, (db: Db) => Promise<unknown>, object][] = [
      [
        'altered',
        (db) =>
          sql`update audit_lines set actor_name = 'Người khác'
            where number = 3`.execute(db),
        { brokenAt: 3, reason: 'altered' },
      ],
      [
        'missing',
        (db) => sql`delete from audit_lines where number = 2`.execute(db),
        { brokenAt: 2, reason: 'missing' },
      ],
      [
        'cut off',
        (db) => sql`delete from audit_lines where number > 3`.execute(db),
        { brokenAt: 4, reason: 'cut_off' },
      ],
    ]
    for (const [what, tamper, verdict] of tampered)
      it(`names the first line that is ${what}`, async () => {
        for (let n = 1; n <= 5; n += 1) await record(n)
        const { db } = database()
        if (dialect === 'postgres')
          await sql`alter table audit_lines disable trigger user`.execute(db)
        else
          for (const verb of ['update', 'delete'])
            await sql`drop trigger ${sql.ref(`audit_lines_no_${verb}`)}`.execute(
              db,
            )
        await tamper(db)
        expect(await verify()).to.deep.equal({ ok: false, ...verdict })
      })
  })
})

describe('files and pictures', () => {
  eachDialect((database) => {
    it('keeps a file once and renews when it was last put', async () => {
      const files = fileRepository(database().db)
      const file = {
        sha256: HASH('a'),
        mediaType: 'text/css',
        sizeBytes: 5_000_000_000,
      }
      await files.save(file, '2026-03-01T00:00:00.000Z')
      await files.save(file, '2026-03-09T00:00:00.000Z')
      expect(await files.find(HASH('a'))).to.deep.equal(file)
      const young = await files.listKeptBefore('2026-03-08T00:00:00.000Z', 10)
      expect(young).to.deep.equal([])
      const old = await files.listKeptBefore('2026-03-10T00:00:00.000Z', 10)
      expect(old).to.deep.equal([file])
      await files.remove(HASH('a'))
      expect(await files.find(HASH('a'))).to.equal(null)
    })

    it('lists pictures, newest first, and the hashes they stand on', async () => {
      const media = mediaRepository(database().db)
      const older = aPicture('pic-1', '2026-03-01T00:00:00.000Z')
      const newer = aPicture('pic-2', '2026-03-02T00:00:00.000Z')
      await media.add(older)
      await media.add(newer)
      const all = { areaIds: null, sharingAreaIds: [] }
      expect(await media.list({ ...all, limit: 10 })).to.deep.equal([
        newer,
        older,
      ])
      expect(await media.list({ ...all, limit: 1 })).to.deep.equal([newer])
      expect(await media.find('pic-1')).to.deep.equal(older)
      expect(new Set(await media.listHashes())).to.deep.equal(
        new Set(['0', '1', '2', '3'].map(HASH)),
      )
    })
  })
})

function aPicture(id: string, uploadedAt: string): Media {
  return {
    id,
    kind: 'picture',
    state: 'ready',
    failure: null,
    name: 'cầu Bến Mộng.jpg',
    originalSha256: HASH('0'),
    mediaType: 'image/jpeg',
    width: 4000,
    height: 3000,
    bytes: 1234,
    renditions: {
      '1080': HASH('1'),
      '2160': HASH('2'),
      thumbnail: HASH('3'),
    },
    focus: { x: 0.25, y: 0.5 },
    crops: { portrait: { x: 0, y: 0, width: 0.5, height: 1 } },
    altEn: '',
    consent: '',
    origin: 'upload',
    retiredAt: null,
    look: '00ff00ff00ff00ff',
    video: null,
    document: null,
    alt: 'Cầu Bến Mộng',
    licence: '',
    source: '',
    rightsUntil: null,
    tags: ['cầu'],
    search: 'cau ben mong',
    areaId: null,
    shared: true,
    sameKey: `:${id}`,
    uploadedAt,
    uploadedBy: 'Rơ Châm Hà',
  }
}
