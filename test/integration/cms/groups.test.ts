import { expect } from 'chai'
import type { GroupMembers } from '../../../shared/contract/api/groups.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

const list = (areaIds: string[], screenIds: string[] = []): GroupMembers => ({
  by: 'list',
  areaIds,
  screenIds,
})
const rule = (
  asked: Partial<Extract<GroupMembers, { by: 'rule' }>>,
): GroupMembers => ({
  by: 'rule',
  areaIds: [],
  kinds: [],
  tags: [],
  languages: [],
  orientations: [],
  ...asked,
})

for (const dialect of DIALECTS)
  describe(`groups of screens, on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let admin: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      admin = await running.as('quantri')
      await addScreen('man-iason', AREAS.commune, 'landscape', ['vi', 'jra'])
      await addScreen('man-pleiku', AREAS.other, 'portrait', ['vi'])
    })
    after(() => running.stop())

    const addScreen = (
      id: string,
      areaId: string,
      orientation: string,
      languages: string[],
    ) =>
      running.cms.core.database.db
        .insertInto('screens')
        .values({
          id,
          name: id,
          area_id: areaId,
          orientation,
          resolution_class: '1080',
          languages_json: JSON.stringify(languages),
          diagonal_inches: 55,
          viewing_metres: 4,
          ticker_json: '[]',
          public_key_json: '{}',
          player_json: '{}',
          paired_at: '2026-01-01T00:00:00.000Z',
          manifest_number: 0,
          built_version: -1,
        })
        .execute()
    const make = (name: string, members: GroupMembers) =>
      admin.call('createGroup', {
        body: {
          name,
          purpose: 'other',
          ownerAreaId: AREAS.province,
          members,
        },
      })
    const namesOf = async (members: GroupMembers, client = admin) => {
      const view = await client.call('previewGroup', { body: { members } })
      return [view.screenCount, ...view.screens.map(({ name }) => name)]
    }

    it('is made and changed by whoever looks after its area alone', async () => {
      const clerk = await running.as('tinh')
      const group = await make('Nhóm của tỉnh', list([AREAS.province]))
      const body = {
        name: 'Đổi',
        purpose: 'other' as const,
        ownerAreaId: AREAS.province,
        members: list([]),
      }
      await clerk.refused('createGroup', 'auth.forbidden', { body })
      await clerk.refused('saveGroup', 'auth.forbidden', {
        params: { id: group.id },
        body: { ...body, expectedVersion: 1 },
      })
      await admin.refused('saveGroup', 'group.conflict', {
        params: { id: group.id },
        body: { ...body, expectedVersion: 9 },
      })
      await admin.refused('createGroup', 'group.name_taken', {
        body: { ...body, name: 'Nhóm của tỉnh' },
      })
    })

    it('has members by list and by rule, asked anew each time', async () => {
      expect(await namesOf(list([AREAS.province]))).to.have.members([
        2,
        'man-iason',
        'man-pleiku',
      ])
      expect(await namesOf(list([], ['man-pleiku', 'man-gone']))).to.deep.equal(
        [1, 'man-pleiku'],
      )
      expect(await namesOf(rule({ languages: ['jra'] }))).to.deep.equal([
        1,
        'man-iason',
      ])
      expect(
        await namesOf(rule({ languages: ['jra'], orientations: ['portrait'] })),
      ).to.deep.equal([0])
      const tagged = rule({ tags: ['biên giới'] })
      expect(await namesOf(tagged)).to.deep.equal([0])
      const { version } = await admin.call('getArea', {
        params: { id: AREAS.other },
      })
      await admin.call('changeArea', {
        params: { id: AREAS.other },
        body: {
          expectedVersion: version,
          kind: 'commune',
          aliases: [],
          tags: ['biên giới'],
        },
      })
      expect(await namesOf(tagged)).to.deep.equal([1, 'man-pleiku'])
    })

    it('tells the exact number, and names only to who may see them', async () => {
      const clerk = await running.as('ha')
      expect(await namesOf(list([AREAS.province]), clerk)).to.deep.equal([
        2,
        'man-iason',
      ])
    })

    it('lets nobody speak beyond the area that speaks, whatever it says', async () => {
      const group = await make('Cả tỉnh', list([AREAS.province]))
      const officer = await running.as('thuy')
      const audience = { areaIds: [], screenIds: [], groupIds: [group.id] }
      const { screens } = await officer.call('noticeReach', {
        body: { ownerAreaId: AREAS.commune, audience },
      })
      expect(screens.map(({ id }) => id)).to.deep.equal(['man-iason'])
      const province = await running.as('tinh')
      const all = await province.call('noticeReach', {
        body: { ownerAreaId: AREAS.province, audience },
      })
      expect(all.screens).to.have.length(2)
      await admin.call('removeGroup', {
        params: { id: group.id },
        body: { expectedVersion: group.version },
      })
      const none = await province.call('noticeReach', {
        body: { ownerAreaId: AREAS.province, audience },
      })
      expect(none.screens).to.deep.equal([])
    })

    it('leaves a line for each act', async () => {
      const lines = await running.cms.core.audit.listAfter(0, 1000)
      const acts = new Set(lines.map(({ act }) => act))
      expect([...acts]).to.include.members(['group.created', 'group.removed'])
    })
  })
