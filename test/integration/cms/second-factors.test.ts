import { expect } from 'chai'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { createAccount } from '../../../cms/server/rooms/accounts/create-account.js'
import { verifyChain } from '../../../cms/server/rooms/audit/verify-chain.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import {
  cmsClient,
  problemIn,
  ProblemError,
  type CmsClient,
} from '../../support/cms-client.js'
import { DIALECTS, databaseUrlFor } from '../../support/each-dialect.js'
import {
  AREAS,
  PASSWORD,
  startCms,
  type RunningCms,
} from '../../support/start-cms.js'
import { totpNext, totpNow } from '../../support/totp.js'

const DAY = 86_400_000

/** Now, moved on by hand: sessions are still the library's real time. */
function movableClock(): Clock & { move(ms: number): void } {
  let moved = 0
  return { now: () => Date.now() + moved, move: (ms) => (moved += ms) }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .filter((line) => !/max-age=0/i.test(line))
    .map((line) => line.split(';')[0])
    .join('; ')
}

for (const dialect of DIALECTS)
  describe(`second factors on ${dialect}`, () => {
    let running: RunningCms
    let clock: ReturnType<typeof movableClock>
    let secret: string
    let recovery: string[]

    const post = (path: string, body: object, cookie = '') =>
      fetch(`${running.url}/api/v1/auth/${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Origin: running.url,
          ...(cookie ? { Cookie: cookie } : {}),
        },
        body: JSON.stringify(body),
      })
    const withPassword = (cookie = '') =>
      post('sign-in/username', { username: 'thuy', password: PASSWORD }, cookie)
    const by = (cookie: string): CmsClient =>
      cmsClient({
        url: running.url,
        headers: { Cookie: cookie, Origin: running.url },
      })

    before(async function () {
      this.timeout(180_000)
      clock = movableClock()
      running = await startCms({
        databaseUrl: await databaseUrlFor(dialect),
        clock,
      })
    })
    after(() => running.stop())

    it('puts an authenticator in force by its first code only', async () => {
      const thuy = await running.as('thuy')
      await thuy.refused('beginAuthenticator', 'auth.proof_failed', {
        body: { password: 'khong phai mat khau' },
      })
      const made = await thuy.call('beginAuthenticator', {
        body: { password: PASSWORD },
      })
      expect(made.recoveryCodes).to.have.length(10)
      expect(made.uri).to.contain('otpauth://totp/B%E1%BA%A3ng%20Tin:thuy?')
      secret = made.secret
      recovery = made.recoveryCodes
      // Not in force yet: a password alone still lets in.
      expect((await (await withPassword()).json()) as object).to.deep.equal({
        ok: true,
      })
      await thuy.refused('confirmAuthenticator', 'auth.code_wrong', {
        body: { code: '000000' },
      })
      const answer = await thuy.fetch('/api/v1/me/authenticator/confirm', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: totpNow(secret) }),
      })
      expect(answer.status).to.equal(200)
      const fresh = by(cookiesOf(answer))
      const { secondFactor } = await fresh.call('me')
      expect(secondFactor).to.include({ shown: true, enrolled: true })
      // The session before it is over: nobody goes on under the old cookie.
      await thuy.refused('me', 'auth.required')
    })

    it('lets nobody in by the password alone', async () => {
      const answer = await withPassword()
      expect(await answer.json()).to.deep.equal({
        ok: true,
        secondFactor: true,
      })
      await by(cookiesOf(answer)).refused('me', 'auth.required')
    })

    it('takes a code once, and never the same again', async () => {
      const code = totpNext(secret)
      const first = cookiesOf(await withPassword())
      const second = cookiesOf(await withPassword())
      const wrong = await post('sign-in/code', { code: '123456' }, first)
      expect((await problemIn(wrong)).code).to.equal('auth.code_wrong')
      const right = await post('sign-in/code', { code }, first)
      expect(right.status).to.equal(200)
      expect((await by(cookiesOf(right)).call('me')).userName).to.equal('thuy')
      const replayed = await post('sign-in/code', { code }, second)
      expect((await problemIn(replayed)).code).to.equal('auth.code_wrong')
      expect(replayed.headers.getSetCookie()).to.deep.equal([])
    })

    it('takes a recovery code once', async () => {
      const [code] = recovery
      const tries = []
      for (let n = 0; n < 2; n += 1) {
        const cookie = cookiesOf(await withPassword())
        tries.push(await post('sign-in/recovery-code', { code }, cookie))
      }
      expect(tries.map(({ status }) => status)).to.deep.equal([200, 401])
    })

    it('refuses a code without the password before it', async () => {
      const answer = await post('sign-in/code', { code: totpNow(secret) })
      expect((await problemIn(answer)).code).to.equal('auth.required')
    })

    it('opens a session of its own, whatever cookie was brought along', async () => {
      const planted = await running.as('ha')
      const theirs = planted.headers['Cookie'] ?? ''
      await running.as('binh')
      const answer = await post(
        'sign-in/username',
        { username: 'binh', password: PASSWORD },
        theirs,
      )
      expect(answer.status).to.equal(200)
      expect((await by(cookiesOf(answer)).call('me')).userName).to.equal('binh')
      await planted.refused('me', 'auth.required')
    })

    it('refuses approvers without one once the grace is over, and says so', async () => {
      const tinh = await running.as('tinh')
      const quantri = await running.as('quantri')
      const make = { userName: 'x1', displayName: 'X', areaId: AREAS.commune }
      clock.move(8 * DAY)
      const { secondFactor } = await tinh.call('me')
      expect(secondFactor).to.include({ required: true, shown: false })
      const { acts } = await tinh.call('myActs')
      const release = acts.find(({ act }) => act === 'bulletin.release')
      expect(release?.lacksSecondFactor).to.equal(true)
      await quantri.refused('createPerson', 'auth.second_factor_required', {
        body: make,
      })
      await quantri.call('listPeople')
      const ha = await running.as('ha')
      expect((await ha.call('me')).secondFactor.required).to.equal(false)
    })

    it('asks for a new proof when the last is old, and takes one', async () => {
      const made = await createAccount(running.cms.core, SYSTEM_ACTOR, {
        userName: 'kythuat',
        displayName: 'Kỹ thuật viên',
        password: PASSWORD,
        grants: [{ role: 'technician', areaId: AREAS.province }],
      })
      expect(made.oneTimePassword).to.equal(null)
      const client = await running.nobody().signIn('kythuat', PASSWORD)
      await client.call('passkeyOptions')
      clock.move(16 * 60_000)
      await client.refused('passkeyOptions', 'auth.proof_required')
      await client.refused('proveMyself', 'auth.proof_failed', {
        body: { password: 'khong phai mat khau' },
      })
      await client.call('proveMyself', { body: { password: PASSWORD } })
      await client.call('passkeyOptions')
    })

    it('refuses a passkey’s answer that was made up', async () => {
      const answer = await post('sign-in/passkey', {
        answer: { id: 'abc', rawId: 'abc', response: {}, type: 'public-key' },
      })
      expect((await problemIn(answer)).code).to.equal('auth.proof_failed')
    })

    it('leaves a line of all of it, in a whole chain', async () => {
      const { audit } = running.cms.core
      const acts = new Set(
        (await audit.listAfter(0, 1000)).map(({ act }) => act),
      )
      for (const act of [
        'account.signed_in',
        'account.sign_in_failed',
        'account.authenticator_added',
        'account.proved',
      ])
        expect(acts).to.include(act)
      const text = JSON.stringify(await audit.listAfter(0, 1000))
      for (const told of [secret, recovery[0] ?? '', PASSWORD])
        expect(text).not.to.contain(told)
      expect((await verifyChain(running.cms.core)).ok).to.equal(true)
    })

    it('never tells which of name and code was wrong', async () => {
      const unknown = running.nobody().signIn('khong.co', PASSWORD)
      const known = running.nobody().signIn('thuy', 'sai mat khau roi')
      expect(await codeOf(unknown)).to.equal('auth.invalid')
      expect(await codeOf(known)).to.equal('auth.invalid')
    })
  })
