/** Proxies and other sites: what they say counts only where it was allowed. */
import { expect } from 'chai'
import { io } from 'socket.io-client'
import { parseConfig } from '../../../cms/server/config/config.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { PASSWORD, startCms, type RunningCms } from '../../support/start-cms.js'

const PORTAL = 'https://gialai.gov.vn'
const SPOOFED = {
  'X-Forwarded-For': '198.51.100.7',
  'X-Forwarded-Proto': 'https',
  'X-Forwarded-Host': 'evil.example',
}

const signIn = (cms: CmsClient, headers: Record<string, string>) =>
  cms.fetch('/api/v1/auth/sign-in/username', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ username: 'ha', password: PASSWORD }),
  })
const lastLine = async ({ cms }: RunningCms) =>
  (await cms.core.audit.listAfter(0, 1000)).at(-1)

describe('a CMS that names no proxy and no other site', function () {
  this.timeout(20_000)
  let running: RunningCms
  before(async () => {
    running = await startCms()
    await running.as('ha')
  })
  after(() => running.stop())

  it('lets headers change neither address, cookie, nor whose page it is', async () => {
    const answer = await signIn(running.nobody(), SPOOFED)
    expect(answer.status).to.equal(200)
    for (const cookie of answer.headers.getSetCookie())
      expect(cookie).not.to.match(/;\s*secure/i)
    expect((await lastLine(running))?.address).to.equal('127.0.0.1')
    const evil = { ...SPOOFED, Origin: 'https://evil.example' }
    const refused = await problemIn(await signIn(running.nobody(), evil))
    expect(refused.code).to.equal('request.wrong_origin')
  })

  it('lets the admin token in from the machine alone, not through a proxy', async () => {
    const operator = running.operator()
    expect((await operator.fetch('/api/v1/me')).status).to.equal(200)
    for (const headers of [
      { 'X-Forwarded-For': '198.51.100.7' },
      { 'X-Forwarded-For': '127.0.0.1' },
      { Via: '1.1 nginx' },
    ]) {
      const answer = await operator.fetch('/api/v1/me', {
        headers: headers as Record<string, string>,
      })
      expect(answer.status).to.equal(401)
    }
  })

  it('counts tries by the true address, whatever is claimed', async () => {
    const few = await startCms({ limits: { api: 5 } })
    try {
      const statuses = []
      for (let time = 0; time < 8; time += 1) {
        const answer = await few.nobody().fetch('/api/v1/openapi.json', {
          headers: { 'X-Forwarded-For': `198.51.100.${time}` },
        })
        statuses.push(answer.status)
      }
      expect(statuses.filter((status) => status === 429)).to.have.length(3)
    } finally {
      await few.stop()
    }
  })

  it('says nothing of CORS', async () => {
    const answer = await running.nobody().fetch('/api/v1/openapi.json', {
      headers: { Origin: PORTAL },
    })
    expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
  })
})

describe('a CMS behind a proxy of this machine', function () {
  this.timeout(20_000)
  let running: RunningCms
  before(async () => {
    running = await startCms({ env: { BANGTIN_TRUST_PROXY: '127.0.0.1' } })
    await running.as('ha')
  })
  after(() => running.stop())
  const through = {
    'X-Forwarded-For': '203.0.113.5, 198.51.100.7',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Host': 'bangtin.gialai.gov.vn',
    Origin: 'https://bangtin.gialai.gov.vn',
  }

  it('knows the caller, the host and the TLS in front', async () => {
    const answer = await signIn(running.nobody(), through)
    expect(answer.status).to.equal(200)
    const cookies = answer.headers.getSetCookie()
    expect(cookies).not.to.be.empty
    for (const cookie of cookies)
      expect(cookie)
        .to.match(/; Secure/)
        .and.match(/; HttpOnly/i)
    expect((await lastLine(running))?.address).to.equal('198.51.100.7')
  })

  it('keeps the admin token for the machine', async () => {
    const operator = running.operator()
    const remote = await operator.fetch('/api/v1/me', { headers: through })
    expect(remote.status).to.equal(401)
    expect((await operator.fetch('/api/v1/me')).status).to.equal(200)
  })
})

describe('a CMS that lets other sites’ pages in', function () {
  this.timeout(20_000)
  let running: RunningCms
  let ha: CmsClient
  before(async () => {
    running = await startCms({ env: { BANGTIN_CORS_ORIGINS: PORTAL } })
    ha = await running.as('ha')
  })
  after(() => running.stop())
  const preflight = (origin: string) =>
    running.nobody().fetch('/api/v1/bulletins', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    })

  it('answers no other origin, and says that answers vary', async () => {
    for (const origin of ['https://evil.example', `${PORTAL}.evil.example`]) {
      const answer = await preflight(origin)
      expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
      expect(answer.headers.get('vary')).to.contain('Origin')
      const mutating = await ha.fetch('/api/v1/bulletins', {
        method: 'POST',
        headers: { Origin: origin },
      })
      expect((await problemIn(mutating)).code).to.equal('request.wrong_origin')
    }
  })

  it('answers the origin that was named, exactly', async () => {
    const answer = await preflight(PORTAL)
    expect(answer.status).to.equal(204)
    expect(answer.headers.get('access-control-allow-origin')).to.equal(PORTAL)
    expect(answer.headers.get('access-control-allow-headers')).to.contain(
      'If-Match',
    )
    const me = await ha.fetch('/api/v1/me', { headers: { Origin: PORTAL } })
    expect(me.status).to.equal(200)
    expect(me.headers.get('access-control-allow-origin')).to.equal(PORTAL)
  })

  it('signs nobody in from there', async () => {
    const answer = await signIn(running.nobody(), { Origin: PORTAL })
    expect((await problemIn(answer)).code).to.equal('request.wrong_origin')
  })

  it('opens its sockets to it, and to no other', async () => {
    const connect = (origin: string) =>
      new Promise<string>((resolve) => {
        const socket = io(`${running.url}/console`, {
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: { Cookie: ha.headers['Cookie'] ?? '', Origin: origin },
        })
        const done = (word: string) => {
          socket.disconnect()
          resolve(word)
        }
        socket.once('connect', () => done('connected'))
        socket.once('connect_error', ({ message }) => done(message))
      })
    expect(await connect(PORTAL)).to.equal('connected')
    expect(await connect('https://evil.example')).to.equal(
      'request.wrong_origin',
    )
  })

  it('with * gives no credentials, and takes no cookie', async () => {
    const open = await startCms({ env: { BANGTIN_CORS_ORIGINS: '*' } })
    try {
      const person = await open.as('ha')
      const answer = await person.fetch('/api/v1/me', {
        headers: { Origin: PORTAL },
      })
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*')
      expect(answer.headers.get('access-control-allow-credentials')).to.equal(
        null,
      )
      const mutating = await person.fetch('/api/v1/bulletins', {
        method: 'POST',
        headers: { Origin: PORTAL },
      })
      expect((await problemIn(mutating)).code).to.equal('request.wrong_origin')
    } finally {
      await open.stop()
    }
  })
})

describe('the settings of the front door', () => {
  it('refuse what would believe or admit everybody by mistake', () => {
    for (const words of [
      'yes',
      '0',
      '10',
      '10.0.0.0/0',
      '1.2.3',
      '::/0',
      '1,2',
    ])
      expect(() => parseConfig({ BANGTIN_TRUST_PROXY: words }), words).to.throw(
        'BANGTIN_TRUST_PROXY',
      )
    for (const words of ['gialai.gov.vn', 'https://a.vn/', '*,https://a.vn'])
      expect(
        () => parseConfig({ BANGTIN_CORS_ORIGINS: words }),
        words,
      ).to.throw('BANGTIN_CORS_ORIGINS')
  })
})
