import { expect } from 'chai'
import { resetAccount } from '../../../cms/server/rooms/accounts/reset-account.js'
import { createAccount } from '../../../cms/server/rooms/accounts/create-account.js'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { verifyChain } from '../../../cms/server/rooms/audit/verify-chain.js'
import { problemIn, ProblemError } from '../../support/cms-client.js'
import { DIALECTS, databaseUrlFor } from '../../support/each-dialect.js'
import { startPostgres } from '../../support/postgres-server.js'
import {
  AREAS,
  PASSWORD,
  startCms,
  type RunningCms,
} from '../../support/start-cms.js'

const SIGN_IN = '/api/v1/auth/sign-in/username'

function post(
  running: RunningCms,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

for (const dialect of DIALECTS)
  describe(`signing in on ${dialect}`, () => {
    let running: RunningCms

    before(async function () {
      this.timeout(60_000)
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      await running.as('ha')
    })
    after(() => running.stop())

    it('refuses a wrong password and an unknown name alike', async () => {
      const answers = await Promise.all(
        [
          { username: 'ha', password: 'sai-mat-khau-roi' },
          { username: 'khong-co-ai', password: 'sai-mat-khau-roi' },
          { username: 'khongcoai', password: 'sai-mat-khau-roi' },
          { username: 'ha', password: '' },
          { username: 'ha' },
          {},
          { username: { $ne: '' }, password: { $ne: '' } },
        ].map(async (body) => problemIn(await post(running, SIGN_IN, body))),
      )
      for (const { status, code, detail } of answers) {
        expect({ status, code }).to.deep.equal({
          status: 401,
          code: 'auth.invalid',
        })
        expect(detail).to.equal(answers[0]?.detail)
      }
    })

    it('refuses a page of another site, with a session and without', async () => {
      const ha = await running.as('ha')
      const attempts = [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
        { ...ha.headers, Origin: 'http://127.0.0.1:1' },
      ]
      for (const headers of attempts) {
        const body = { username: 'ha', password: PASSWORD }
        const answer = await post(running, SIGN_IN, body, headers)
        expect((await problemIn(answer)).code).to.equal('request.wrong_origin')
        expect(answer.headers.getSetCookie()).to.deep.equal([])
      }
    })

    it('opens no way to sign up, nor any other route of the library', async () => {
      const paths = [
        'sign-up/email',
        'sign-in/email',
        'is-username-available',
        'update-user',
        'delete-user',
        'request-password-reset',
        'sign-in/social',
      ]
      for (const path of paths) {
        const answer = await post(running, `/api/v1/auth/${path}`, {
          email: 'x@example.vn',
          password: PASSWORD,
          name: 'X',
          username: 'moi',
        })
        expect((await problemIn(answer)).code).to.equal('request.not_found')
      }
      expect(await running.cms.core.people.findByUserName('moi')).to.equal(null)
    })

    it('refuses a session that is made up', async () => {
      const cookie = 'bangtin.session_token=abc.def'
      const answer = await fetch(`${running.url}/api/v1/me`, {
        headers: { Cookie: cookie },
      })
      expect((await problemIn(answer)).code).to.equal('auth.required')
    })

    it('gives the session to the cookie alone, out of reach of scripts', async () => {
      const body = { username: 'HA', password: PASSWORD }
      const answer = await post(running, SIGN_IN, body)
      expect(answer.status).to.equal(200)
      const [cookie = ''] = answer.headers.getSetCookie()
      expect(cookie).to.match(/^bangtin\.session_token=/)
      expect(cookie).to.match(/; HttpOnly/)
      expect(cookie).to.match(/; SameSite=Strict/i)
      expect(cookie).to.match(/; Path=\//)
      expect(await answer.json()).to.deep.equal({ ok: true })
    })

    it('tells who is signed in and what they may do where', async () => {
      const ha = await running.as('ha')
      const { id: _id, secondFactor, ...me } = await ha.call('me')
      expect(me).to.deep.equal({
        userName: 'ha',
        displayName: 'Rơ Châm Hà',
        post: '',
        grants: [
          { role: 'author', areaId: AREAS.commune, areaName: 'Xã Ia Sơn' },
        ],
        mustChangePassword: false,
      })
      expect(secondFactor).to.include({ required: false, shown: false })
      await running.nobody().refused('me', 'auth.required')
    })

    it('forgets the session at signing out', async () => {
      const ha = await running.as('ha')
      const out = await ha.fetch('/api/v1/auth/sign-out', { method: 'POST' })
      expect(out.status).to.equal(200)
      await ha.refused('me', 'auth.required')
    })

    it('ends every session when the password is given anew', async () => {
      const soat = await running.as('soat')
      await soat.call('me')
      const { id } = await soat.call('me')
      await resetAccount(running.cms.core, SYSTEM_ACTOR, id, {
        secondFactors: false,
        password: 'mot-mat-khau-moi-2',
      })
      await soat.refused('me', 'auth.required')
      const old = running.nobody().signIn('soat', PASSWORD)
      expect(await problemOf(old)).to.equal('auth.invalid')
      const anew = await running.nobody().signIn('soat', 'mot-mat-khau-moi-2')
      expect((await anew.call('me')).userName).to.equal('soat')
    })

    it('lets the operator in by the token of this machine', async () => {
      const { areas } = await running.operator().call('listAreas')
      expect(areas).to.have.length(3)
      const answer = await fetch(`${running.url}/api/v1/areas`, {
        headers: { Authorization: 'Bearer guessed' },
      })
      expect((await problemIn(answer)).code).to.equal('auth.required')
    })

    it('leaves a line of every sign-in and every failed try', async () => {
      const { audit } = running.cms.core
      await post(running, SIGN_IN, { username: 'ha', password: 'sai-roi-sai' })
      await post(running, SIGN_IN, {
        username: 'mat-khau-go-nham',
        password: 'x',
      })
      const lines = (await audit.listAfter(0, 1000)).slice(-2)
      expect(lines.map(({ act }) => act)).to.deep.equal([
        'account.sign_in_failed',
        'account.sign_in_failed',
      ])
      expect(lines[0]?.address).to.match(/127\.0\.0\.1$/)
      expect(lines[0]?.actorName).to.equal('Rơ Châm Hà')
      expect(JSON.stringify(lines)).not.to.contain('go-nham')
      expect((await verifyChain(running.cms.core)).ok).to.equal(true)
    })
  })

describe('accounts', () => {
  let running: RunningCms
  before(async () => {
    running = await startCms()
    await running.as('quantri')
  })
  after(() => running.stop())

  const account = {
    userName: 'moi',
    displayName: 'Người mới',
    password: 'mat-khau-du-dai',
    grants: [{ role: 'author' as const, areaId: AREAS.commune }],
  }
  const refusedWith = async (input: object, code: string) => {
    const made = createAccount(running.cms.core, SYSTEM_ACTOR, {
      ...account,
      ...input,
    })
    const error: unknown = await made.catch((thrown: unknown) => thrown)
    expect(error).to.have.property('code', code)
  }

  it('refuses weak passwords, taken names, look-alikes and unknown areas', async () => {
    await refusedWith({ password: 'ngan' }, 'account.weak_password')
    await refusedWith({ password: 'aaaaaaaaaaaaa' }, 'account.weak_password')
    await refusedWith(
      { userName: 'nguyenvana', password: 'nguyenvana1' },
      'account.weak_password',
    )
    await refusedWith({ userName: 'QuanTri' }, 'account.name_taken')
    await refusedWith({ userName: 'quаntri' }, 'account.name_invalid')
    await refusedWith({ userName: 'a b' }, 'account.name_invalid')
    await refusedWith({ userName: 'quantr1' }, 'account.name_lookalike')
    const grants = [{ role: 'author', areaId: 'nowhere' }]
    await refusedWith({ grants }, 'area.not_found')
  })

  it('refuses one who does not look after people there', async () => {
    const actor = {
      ...SYSTEM_ACTOR,
      operator: false,
      grants: [{ role: 'administrator' as const, areaId: AREAS.other }],
    }
    const error: unknown = await createAccount(
      running.cms.core,
      actor,
      account,
    ).catch((thrown: unknown) => thrown)
    expect(error).to.have.property('code', 'auth.forbidden')
    expect(await running.cms.core.people.findByUserName('moi')).to.equal(null)
  })

  it('makes an account that can sign in', async () => {
    await createAccount(running.cms.core, SYSTEM_ACTOR, account)
    const moi = await running.nobody().signIn('Moi', account.password)
    expect((await moi.call('me')).grants).to.have.length(1)
  })

  it('lets a person change the password, knowing the old one', async () => {
    const path = '/api/v1/me/password'
    const moi = await running.nobody().signIn('moi', account.password)
    const elsewhere = await running.nobody().signIn('moi', account.password)
    const change = (currentPassword: string, newPassword: string) =>
      moi.fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ currentPassword, newPassword }),
      })
    expect((await change('khong-phai-cu', 'mat-khau-khac-1')).status).to.equal(
      401,
    )
    expect((await change(account.password, 'ngan')).status).to.equal(422)
    expect((await change(account.password, 'mat-khau-khac-1')).status).to.equal(
      200,
    )
    await running.nobody().signIn('moi', 'mat-khau-khac-1')
    await elsewhere.refused('me', 'auth.required')
  })
})

describe('guessing passwords', () => {
  let running: RunningCms
  before(async () => {
    running = await startCms({ limits: { signIn: 3 } })
    await running.as('ha')
    await running.as('thuy')
  })
  after(() => running.stop())

  it('is stopped after a few tries, for that name and no other', async () => {
    const guess = (password: string) =>
      post(running, SIGN_IN, { username: 'ha', password })
    for (let n = 0; n < 3; n += 1)
      expect((await guess(`doan-mo-${n}-lan`)).status).to.equal(401)
    const answer = await guess(PASSWORD)
    const problem = await problemIn(answer)
    expect(problem.code).to.equal('request.too_many')
    expect(Number(answer.headers.get('retry-after'))).to.be.greaterThan(0)
    const thuy = await running.as('thuy')
    expect((await thuy.call('me')).userName).to.equal('thuy')
  })

  it('does not count those who know their password', async () => {
    for (let n = 0; n < 6; n += 1) await running.as('thuy')
  })
})

describe('a session, when its PostgreSQL restarts', () => {
  it('goes on', async function () {
    this.timeout(60_000)
    // A server of its own: every other test of the run is connected to theirs.
    const server = await startPostgres()
    const running = await startCms({ databaseUrl: `${server.url}/postgres` })
    const ha = await running.as('ha')
    await server.restart()
    expect((await ha.call('me')).userName).to.equal('ha')
    expect((await ha.fetch('/readyz')).status).to.equal(200)
    await running.stop()
    await server.stop()
  })
})
