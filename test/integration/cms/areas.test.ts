import { expect } from 'chai'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import {
  createArea,
  type CreateArea,
} from '../../../cms/server/rooms/areas/create-area.js'
import { prepareFirstStart } from '../../../cms/server/rooms/areas/prepare-first-start.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

describe('areas', () => {
  let running: RunningCms
  before(async () => {
    running = await startCms()
  })
  after(() => running.stop())

  const create = (input: CreateArea, actor = SYSTEM_ACTOR) =>
    createArea(running.cms.core, actor, input)
  const refused = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((thrown: unknown) => thrown)
    return (error as { code?: string }).code
  }
  const village = {
    parentId: AREAS.commune,
    kind: 'village',
    name: 'Làng Mook Đen 1',
  } as const

  it('refuses a second root, an unknown parent and an empty name', async () => {
    const root = {
      parentId: null,
      kind: 'province',
      name: 'Tỉnh khác',
    } as const
    expect(await refused(create(root))).to.equal('area.not_found')
    const orphan = { ...village, parentId: 'nowhere' }
    expect(await refused(create(orphan))).to.equal('area.not_found')
    const unnamed = { ...village, name: '  ' }
    expect(await refused(create(unnamed))).to.equal('request.invalid')
  })

  it('refuses one who does not look after that part of the tree', async () => {
    const actor = {
      ...SYSTEM_ACTOR,
      operator: false,
      grants: [{ role: 'administrator' as const, areaId: AREAS.other }],
    }
    expect(await refused(create(village, actor))).to.equal('auth.forbidden')
  })

  it('shows the tree to everyone signed in, siblings by Vietnamese order', async () => {
    const late = { ...village, name: 'Làng Ơ' }
    const early = { ...village, name: 'Làng Đê' }
    await create(village)
    await create({ ...late, code: '23575' })
    await create(early)
    const { areas } = await (await running.as('ha')).call('listAreas')
    expect(areas.map(({ name }) => name)).to.deep.equal([
      'Gia Lai',
      'Phường Pleiku',
      'Xã Ia Sơn',
      'Làng Đê',
      'Làng Mook Đen 1',
      'Làng Ơ',
    ])
    expect(areas.at(-1)?.code).to.equal('23575')
    await running.nobody().refused('listAreas', 'auth.required')
  })

  it('keeps names in composed Unicode, whatever the keyboard sent', async () => {
    const id = await create({ ...village, name: 'Đắk Đoa'.normalize('NFD') })
    const names = await running.cms.core.areas.names([id])
    expect(names.get(id)).to.equal('Đắk Đoa'.normalize('NFC'))
  })

  it('leaves a line for each area made', async () => {
    const lines = await running.cms.core.audit.listAfter(0, 1000)
    const made = lines.filter(({ act }) => act === 'area.created')
    expect(made.length).to.be.greaterThan(5)
    expect(made.at(-1)?.details).to.contain('Đắk Đoa')
  })
})

describe('the first start', () => {
  it('makes one administrator, whose password works once and must be changed', async () => {
    const running = await startCms()
    const first = await prepareFirstStart(running.cms.core)
    expect(first?.userName).to.equal('quantri')
    expect(first?.password).to.match(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(await prepareFirstStart(running.cms.core)).to.equal(null)
    const client = await running
      .nobody()
      .signIn('quantri', first?.password ?? '')
    const before = await client.call('me')
    expect(before).to.deep.include({ mustChangePassword: true, grants: [] })
    for (const name of ['listAreas', 'listScreens', 'listPeople'] as const)
      await client.refused(name, 'auth.password_change_required')
    const newPassword = 'bon-tu-khong-lien-quan'
    await client.call('changeOwnPassword', { body: { newPassword } })
    const { grants, mustChangePassword } = await client.call('me')
    expect(mustChangePassword).to.equal(false)
    expect(grants.map(({ role }) => role)).to.deep.equal(['administrator'])
    const again: unknown = await running
      .nobody()
      .signIn('quantri', first?.password ?? '')
      .catch((error: unknown) => error)
    expect(again).to.have.nested.property('problem.code', 'auth.invalid')
    await running.stop()
  })
})
