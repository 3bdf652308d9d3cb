import { expect } from 'chai'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'

for (const dialect of DIALECTS)
  describe(`acts on areas, on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let admin: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      admin = await running.as('quantri')
    })
    after(() => running.stop())

    const make = (
      name: string,
      code?: string,
      parentId: string = AREAS.province,
    ) =>
      admin.call('createArea', {
        body: {
          parentId,
          kind: parentId === AREAS.province ? 'commune' : 'village',
          name,
          from: '2020-01-01',
          ...(code === undefined ? {} : { code }),
        },
      })

    it('refuses whoever does not look after the area above', async () => {
      const clerk = await running.as('ha')
      const body = { expectedVersion: 1, name: 'Xã Mới', from: '2026-01-01' }
      for (const id of [AREAS.commune, AREAS.province])
        await clerk.refused('renameArea', 'auth.forbidden', {
          params: { id },
          body,
        })
      await running.nobody().refused('renameArea', 'auth.required', {
        params: { id: AREAS.commune },
        body,
      })
    })

    it('refuses a version that is not the newest, and days to come', async () => {
      const area = await make('Xã Cũ')
      const rename = (expectedVersion: number, from = '2026-01-01') => ({
        params: { id: area.id },
        body: { expectedVersion, name: 'Xã Khác', from },
      })
      await admin.refused('renameArea', 'area.conflict', rename(99))
      await admin.refused(
        'renameArea',
        'area.bad_date',
        rename(area.version, '2999-01-01'),
      )
      await admin.refused(
        'renameArea',
        'area.bad_date',
        rename(area.version, '2019-12-31'),
      )
    })

    it('lets one of two people who rename at once through', async () => {
      const area = await make('Xã Hai Người')
      const answers = await Promise.allSettled(
        ['Xã Một', 'Xã Hai'].map((name) =>
          admin.call('renameArea', {
            params: { id: area.id },
            body: { expectedVersion: area.version, name, from: '2026-01-01' },
          }),
        ),
      )
      const done = answers.filter(({ status }) => status === 'fulfilled')
      expect(done).to.have.length(1)
    })

    it('keeps former names with their time, and finds by them', async () => {
      const { id, version } = await make('Xã Đăk Roong')
      const after = await admin.call('renameArea', {
        params: { id },
        body: {
          expectedVersion: version,
          name: 'Xã Đak Rong',
          from: '2025-07-01',
        },
      })
      expect(after.names).to.deep.equal([
        { name: 'Xã Đăk Roong', from: '2020-01-01', until: '2025-07-01' },
        { name: 'Xã Đak Rong', from: '2025-07-01', until: null },
      ])
      const found = await admin.call('searchAreas', {
        query: { q: 'dak ROONG' },
      })
      expect(found.areas.map(({ name }) => name)).to.deep.equal(['Xã Đak Rong'])
      expect(found.areas[0]?.place).to.equal('Gia Lai')
    })

    it('takes what people type into a search as text', async () => {
      for (const q of ["' OR 1=1 --", '%', '_', '\\', '"; DROP TABLE areas'])
        expect(
          (await admin.call('searchAreas', { query: { q } })).areas,
          q,
        ).to.deep.equal([])
    })

    it('gives a reused code to whoever had it on the day', async () => {
      const old = await make('Thị trấn Phú Phong', '21808')
      await admin.refused('createArea', 'area.code_taken', {
        body: {
          parentId: AREAS.province,
          kind: 'commune',
          name: 'Xã Tây Sơn',
          code: '21808',
          from: '2025-07-01',
        },
      })
      await admin.call('closeArea', {
        params: { id: old.id },
        body: { expectedVersion: old.version, on: '2025-07-01' },
      })
      const { id: newId } = await admin.call('createArea', {
        body: {
          parentId: AREAS.province,
          kind: 'commune',
          name: 'Xã Tây Sơn',
          code: '21808',
          from: '2025-07-01',
        },
      })
      const holder = async (on: string) =>
        (await admin.call('findAreaByCode', { query: { code: '21808', on } }))
          .id
      expect(await holder('2025-06-30')).to.equal(old.id)
      expect(await holder('2025-07-01')).to.equal(newId)
      await admin.refused('findAreaByCode', 'area.not_found', {
        query: { code: '21808', on: '2019-12-31' },
      })
      const page = await admin.call('getArea', { params: { id: newId } })
      expect(page.codes[0]?.alsoOf.map(({ name }) => name)).to.deep.equal([
        'Thị trấn Phú Phong',
      ])
      const { areas } = await admin.call('listAreas')
      expect(areas.map(({ id }) => id))
        .to.include(newId)
        .and.not.include(old.id)
    })

    it('moves an area with all below it, and makes no circle', async () => {
      const from = await make('Xã Đi')
      const to = await make('Xã Đến')
      const village = await make('Làng Ngã', undefined, from.id)
      const move = (id: string, expectedVersion: number, parentId: string) => ({
        params: { id },
        body: { expectedVersion, parentId },
      })
      await admin.refused(
        'moveArea',
        'area.bad_parent',
        move(from.id, from.version, village.id),
      )
      await admin.call('moveArea', move(village.id, village.version, to.id))
      const found = await running.cms.core.areas.find(village.id)
      expect(found?.path).to.deep.equal([AREAS.province, to.id, village.id])
    })

    it('writes down merges, whole and in part, and closes the whole', async () => {
      const whole = await make('Xã Trọn', '90001')
      const part = await make('Xã Một Phần', '90002')
      const target = await make('Xã Gộp')
      const after = await admin.call('mergeAreas', {
        params: { id: target.id },
        body: {
          expectedVersion: target.version,
          on: '2025-07-01',
          from: [
            { areaId: whole.id, expectedVersion: whole.version },
            { areaId: part.id, expectedVersion: part.version, partial: true },
          ],
        },
      })
      expect(
        after.mergedFrom.map(({ name, partial }) => `${name} ${partial}`),
      ).to.have.members(['Xã Trọn false', 'Xã Một Phần true'])
      const gone = await admin.call('getArea', { params: { id: whole.id } })
      expect(gone.validUntil).to.equal('2025-07-01')
      expect(gone.mergedInto[0]?.areaId).to.equal(target.id)
      const left = await admin.call('getArea', { params: { id: part.id } })
      expect(left.validUntil).to.equal(null)
    })

    it('closes nothing that still holds something', async () => {
      const area = await make('Xã Đông')
      await make('Làng Trong', undefined, area.id)
      await admin.refused('closeArea', 'area.has_children', {
        params: { id: area.id },
        body: { expectedVersion: area.version, on: '2026-01-01' },
      })
    })

    it('leaves a line with before and after for each act', async () => {
      const lines = await running.cms.core.audit.listAfter(0, 1000)
      const acts = new Set(lines.map(({ act }) => act))
      expect([...acts]).to.include.members([
        'area.created',
        'area.renamed',
        'area.moved',
        'area.closed',
        'area.merged',
      ])
      const renamed = lines.find(({ details }) => details.includes('Đak Rong'))
      expect(renamed?.details).to.include('Đăk Roong')
    })
  })
