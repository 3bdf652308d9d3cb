import { expect } from 'chai'
import type { Actor } from '../../../cms/server/rooms/accounts/actor.js'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { createAccount } from '../../../cms/server/rooms/accounts/create-account.js'
import { freezePerson } from '../../../cms/server/rooms/accounts/freeze-person.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { DIALECTS, databaseUrlFor } from '../../support/each-dialect.js'
import {
  AREAS,
  PASSWORD,
  startCms,
  type RunningCms,
} from '../../support/start-cms.js'

const HOUR = 3_600_000

for (const dialect of DIALECTS)
  describe(`people on ${dialect}`, () => {
    let running: RunningCms
    let moved = 0
    const clock: Clock = { now: () => Date.now() + moved }
    let top: CmsClient
    let commune: CmsClient
    let ids: Record<'ha' | 'tinh' | 'quantri' | 'xa', string>

    before(async function () {
      this.timeout(180_000)
      running = await startCms({
        databaseUrl: await databaseUrlFor(dialect),
        clock,
      })
      const ha = await running.as('ha')
      const tinh = await running.as('tinh')
      top = await running.as('quantri')
      await createAccount(running.cms.core, SYSTEM_ACTOR, {
        userName: 'quantri.xa',
        displayName: 'Quản trị xã',
        password: PASSWORD,
        grants: [{ role: 'administrator', areaId: AREAS.commune }],
      })
      commune = await running.nobody().signIn('quantri.xa', PASSWORD)
      ids = {
        ha: (await ha.call('me')).id,
        tinh: (await tinh.call('me')).id,
        quantri: (await top.call('me')).id,
        xa: (await commune.call('me')).id,
      }
    })
    after(() => running.stop())

    const grant = (role: 'author' | 'administrator', areaId: string) => ({
      body: { role, areaId },
    })

    it('shows people within the own areas only, and others as if not there', async () => {
      const { people } = await commune.call('listPeople', { query: {} })
      const names = people.map(({ userName }) => userName)
      expect(names).to.include.members(['ha', 'quantri.xa'])
      expect(names).not.to.include.members(['tinh', 'quantri'])
      await commune.refused('getPerson', 'account.not_found', {
        params: { id: ids.tinh },
      })
      await commune.refused('resetPerson', 'account.not_found', {
        params: { id: ids.quantri },
        body: {},
      })
      const ha = await running.as('ha')
      await ha.refused('listPeople', 'auth.forbidden', { query: {} })
      await ha.refused('getPerson', 'account.not_found', {
        params: { id: ids.ha },
      })
    })

    it('finds without accents and orders by given name', async () => {
      const { people } = await top.call('listPeople', {
        query: { search: 'ro cham' },
      })
      expect(people.map(({ userName }) => userName)).to.deep.equal(['ha'])
      const all = (await top.call('listPeople', { query: {} })).people
      const given = all.map(({ displayName }) => displayName.split(' ').at(-1))
      expect(given.indexOf('Hà')).to.be.lessThan(given.indexOf('xã'))
    })

    it('lets nobody give themselves a role, or one beyond their areas', async () => {
      await top.refused('giveGrant', 'account.own_grant', {
        params: { id: ids.quantri },
        ...grant('author', AREAS.commune),
      })
      await commune.refused('giveGrant', 'account.not_found', {
        params: { id: ids.ha },
        ...grant('administrator', AREAS.province),
      })
      await commune.refused('createPerson', 'auth.forbidden', {
        body: {
          userName: 'leothang',
          displayName: 'X',
          areaId: AREAS.commune,
          grants: [{ role: 'administrator', areaId: AREAS.province }],
        },
      })
    })

    it('cannot be used to take over an account of a higher place', async () => {
      await top.call('giveGrant', {
        params: { id: ids.tinh },
        ...grant('author', AREAS.commune),
      })
      await commune.call('getPerson', { params: { id: ids.tinh } })
      const params = { id: ids.tinh }
      await commune.refused('resetPerson', 'auth.forbidden', {
        params,
        body: {},
      })
      await commune.refused('freezePerson', 'auth.forbidden', {
        params,
        body: { reason: 'x' },
      })
    })

    it('takes no field beyond those of the contract', async () => {
      const made = await top.call('createPerson', {
        body: {
          userName: 'moi.nhan',
          displayName: 'Mới Nhận',
          areaId: AREAS.commune,
          ...({
            password: PASSWORD,
            id: 'chosen',
            twoFactorEnabled: true,
            operator: true,
          } as object),
        },
      })
      expect(made.id).not.to.equal('chosen')
      const signIn = await fetch(
        `${running.url}/api/v1/auth/sign-in/username`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ username: 'moi.nhan', password: PASSWORD }),
        },
      )
      expect((await problemIn(signIn)).code).to.equal('auth.invalid')
    })

    it('refuses names that the eye takes for another', async () => {
      for (const [userName, code] of [
        ['quantri', 'account.name_taken'],
        ['ＱＵＡＮＴＲＩ', 'account.name_taken'],
        ['quantrl', 'account.name_lookalike'],
        ['quan_tri', 'account.name_lookalike'],
        ['quаntri', 'account.name_invalid'],
        ['operator', 'account.name_invalid'],
        ['a\u200bb', 'account.name_invalid'],
      ] as const)
        await top.refused('createPerson', code, {
          body: { userName, displayName: 'X', areaId: AREAS.commune },
        })
    })

    it('counts a substitute from the first day to the last', async () => {
      const day = (n: number) =>
        new Date(clock.now() + n * 24 * HOUR).toISOString()
      await top.call('giveGrant', {
        params: { id: ids.ha },
        body: {
          role: 'technician',
          areaId: AREAS.commune,
          from: day(1),
          until: day(3),
          note: 'Thay đồng chí Bình',
        },
      })
      const ha = await running.as('ha')
      const roles = async () =>
        (await ha.call('me')).grants.map(({ role }) => role)
      expect(await roles()).to.deep.equal(['author'])
      moved += 25 * HOUR
      expect(await roles()).to.deep.equal(['author', 'technician'])
      moved += 48 * HOUR
      expect(await roles()).to.deep.equal(['author'])
      moved = 0
      await top.refused('giveGrant', 'account.bad_dates', {
        params: { id: ids.ha },
        body: {
          role: 'author',
          areaId: AREAS.commune,
          from: day(3),
          until: day(2),
        },
      })
    })

    it('freezes at once, keeps the history, and opens again', async () => {
      const ha = await running.as('ha')
      const view = await commune.call('freezePerson', {
        params: { id: ids.ha },
        body: { reason: 'Chuyển công tác' },
      })
      expect(view).to.include({ frozen: true, sessionCount: 0 })
      expect(view.grants).not.to.deep.equal([])
      await ha.refused('me', 'auth.required')
      const answer: unknown = await running
        .nobody()
        .signIn('ha', PASSWORD)
        .catch((error: unknown) => error)
      expect(answer).to.have.nested.property('problem.code', 'auth.frozen')
      await commune.call('unfreezePerson', { params: { id: ids.ha } })
      await running.nobody().signIn('ha', PASSWORD)
    })

    it('resets to a password that lets in once and ends', async () => {
      const params = { id: ids.ha }
      const { oneTimePassword } = await commune.call('resetPerson', {
        params,
        body: {},
      })
      const once = await running.nobody().signIn('ha', oneTimePassword)
      await once.refused('listAreas', 'auth.password_change_required')
      await once.refused('changeOwnPassword', 'account.weak_password', {
        body: { newPassword: 'matkhau123456' },
      })
      const twice: unknown = await running
        .nobody()
        .signIn('ha', oneTimePassword)
        .catch((error: unknown) => error)
      expect(twice).to.have.nested.property('problem.code', 'auth.invalid')
      const late = await commune.call('resetPerson', { params, body: {} })
      moved += 25 * HOUR
      const over: unknown = await running
        .nobody()
        .signIn('ha', late.oneTimePassword)
        .catch((error: unknown) => error)
      moved = 0
      expect(over).to.have.nested.property('problem.code', 'auth.code_expired')
    })

    it('keeps the last one in charge, even when two remove each other', async () => {
      const second = await createAccount(running.cms.core, SYSTEM_ACTOR, {
        userName: 'quantri.hai',
        displayName: 'Quản trị hai',
        password: PASSWORD,
        grants: [{ role: 'administrator', areaId: AREAS.province }],
      })
      const as = (id: string): Actor => ({
        ...SYSTEM_ACTOR,
        id,
        kind: 'person',
        operator: false,
        grants: [{ role: 'administrator', areaId: AREAS.province }],
      })
      const { core } = running.cms
      const outcomes = await Promise.allSettled([
        freezePerson(core, as(ids.quantri), second.id, 'x'),
        freezePerson(core, as(second.id), ids.quantri, 'x'),
      ])
      const refused = outcomes.filter(({ status }) => status === 'rejected')
      expect(refused).to.have.length(1)
      expect(refused[0]).to.have.nested.property(
        'reason.code',
        'account.last_administrator',
      )
    })
  })

describe('guessing from next door', () => {
  it('never keeps out the person whose browser is known', async () => {
    const running = await startCms({ limits: { signIn: 2 } })
    const post = (password: string, cookie = '') =>
      fetch(`${running.url}/api/v1/auth/sign-in/username`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Origin: running.url,
          ...(cookie ? { Cookie: cookie } : {}),
        },
        body: JSON.stringify({ username: 'ha', password }),
      })
    const ha = await running.as('ha')
    const device = (ha.headers['Cookie'] ?? '')
      .split('; ')
      .find((part) => part.startsWith('bangtin.device='))
    for (let n = 0; n < 4; n += 1) await post(`doan mo lan thu ${n}`)
    expect((await post(PASSWORD)).status).to.equal(429)
    expect((await post(PASSWORD, device)).status).to.equal(200)
    // The known browser has tries of its own, and they run out as well.
    for (let n = 0; n < 3; n += 1) await post(`doan mo lan thu ${n}`, device)
    expect((await post(PASSWORD, device)).status).to.equal(429)
    await running.stop()
  })

  it('lets no burst slip through together', async () => {
    const running = await startCms({ limits: { signIn: 3 } })
    await running.as('ha')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_one, n) =>
        fetch(`${running.url}/api/v1/auth/sign-in/username`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            username: 'ha',
            password: `doan mo ${n} lan`,
          }),
        }),
      ),
    )
    const looked = answers.filter(({ status }) => status === 401)
    expect(looked.length).to.be.at.most(3)
    await running.stop()
  })
})
