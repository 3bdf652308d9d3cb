/** How much, how fast, how deep, and by which method one may ask. */
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import express from 'express'
import { expect } from 'chai'
import { bodyDeadline } from '../../../cms/server/http/body-deadline.js'
import { errorHandler } from '../../../cms/server/http/error-handler.js'
import { createRateBook } from '../../../cms/server/http/rate-book.js'
import { rateCountRepository } from '../../../cms/server/rooms/accounts/rate-count.repository.js'
import { createServer } from '../../../cms/server/server.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { officialNotice } from '../../support/bulletins.js'
import {
  cmsClient,
  problemIn,
  type CmsClient,
} from '../../support/cms-client.js'
import { eachDialect } from '../../support/each-dialect.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

describe('the bounds of the API', function () {
  this.timeout(60_000)
  let running: RunningCms
  let ha: CmsClient
  before(async () => {
    running = await startCms({ limits: { perPerson: 60, perToken: 5 } })
    ha = await running.as('ha')
  })
  after(() => running.stop())

  const json = (path: string, body: string, more = {}) =>
    ha.fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...more },
      body,
    })
  /** Without undici, which decodes by itself. */
  const raw = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; headers: Record<string, unknown> }>(
      (resolve, reject) => {
        const asked = httpRequest(
          `${running.url}${path}`,
          { headers: { ...ha.headers, ...headers } },
          (answer) => {
            answer.resume()
            answer.once('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
              }),
            )
          },
        )
        asked.once('error', reject)
        asked.end()
      },
    )

  it('refuses ten megabytes, and nesting that only costs time', async () => {
    const large = await json('/api/v1/bulletins', `"${'x'.repeat(10_000_000)}"`)
    expect((await problemIn(large)).code).to.equal('request.too_large')
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    for (const path of ['/api/v1/bulletins', '/api/v1/bulletins/ABCDEF/submit'])
      for (const more of [{}, { 'Idempotency-Key': 'deep' }]) {
        const answer = await json(path, deep, more)
        expect((await problemIn(answer)).code).to.equal('request.invalid')
      }
    const broken = await json('/api/v1/bulletins', '{"templateId":')
    expect((await problemIn(broken)).code).to.equal('request.invalid')
  })

  it('names the methods of a path, and knows no other path', async () => {
    const wrong = await ha.fetch('/api/v1/bulletins', { method: 'DELETE' })
    expect(wrong.status).to.equal(405)
    expect(wrong.headers.get('allow')).to.equal('OPTIONS, GET, HEAD, POST')
    const options = await ha.fetch('/api/v1/auth/sign-out', {
      method: 'OPTIONS',
    })
    expect(options.status).to.equal(204)
    expect(options.headers.get('allow')).to.equal('OPTIONS, POST')
    for (const path of ['/api/v1/nothing', '/api/v2/bulletins', '/api']) {
      const none = await ha.fetch(path)
      expect((await problemIn(none)).code).to.equal('request.not_found')
    }
  })

  it('compresses words, and never what a strong tag or a range names', async () => {
    for (const coding of ['gzip', 'br']) {
      const list = await raw('/api/v1/openapi.json', {
        'Accept-Encoding': coding,
      })
      expect(list.headers['content-encoding']).to.equal(coding)
      expect(list.headers['vary']).to.contain('Accept-Encoding')
    }
    const { id } = await ha.call('createBulletin', { body: officialNotice() })
    const one = await raw(`/api/v1/bulletins/${id}`, {
      'Accept-Encoding': 'gzip',
    })
    expect(one.headers['etag']).to.match(/^"/)
    expect(one.headers['content-encoding']).to.equal(undefined)
  })

  it('counts a person and a token apart, and says when to come again', async () => {
    const { secret } = await ha.call('makeToken', {
      body: {
        name: 'Cổng',
        roles: ['author'],
        areaId: AREAS.commune,
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    })
    const program = cmsClient({
      url: running.url,
      headers: { Authorization: `Bearer ${secret}` },
    })
    const statuses = []
    let last = await program.fetch('/api/v1/me')
    for (let time = 0; time < 12; time += 1) {
      last = await program.fetch('/api/v1/me')
      statuses.push(last.status)
    }
    // A minute may turn in between; then it begins anew once.
    expect(statuses.filter((status) => status === 429).length).to.be.within(
      2,
      8,
    )
    if (last.status === 429) {
      expect(Number(last.headers.get('retry-after'))).to.be.within(1, 60)
      const { code, detail } = await problemIn(last)
      expect(code).to.equal('request.too_many')
      expect(detail).to.match(/Chờ \d+ giây/)
    }
    expect((await ha.fetch('/api/v1/me')).status).to.equal(200)
  })

  it('ends a connection whose head never comes, and a body that drips', async () => {
    const app = express()
    app.use(bodyDeadline(200), express.json(), errorHandler(silentLog))
    const web = createServer(app, {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      headersMs: 200,
    })
    const url = new URL(await web.start())
    const answerTo = (words: string) =>
      new Promise<string>((resolve) => {
        let said = ''
        const socket = connect(Number(url.port), url.hostname, () =>
          socket.write(words),
        )
        socket.on('data', (bytes: Buffer) => (said += bytes.toString()))
        socket.on('error', () => undefined)
        socket.on('close', () => resolve(said))
      })
    try {
      const head = 'POST / HTTP/1.1\r\nHost: a\r\n'
      expect(await answerTo(head)).to.match(/^(HTTP\/1.1 408|$)/)
      const said = await answerTo(
        `${head}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
      )
      expect(said)
        .to.match(/^HTTP\/1.1 408/)
        .and.contain('request.too_slow')
    } finally {
      await web.stop()
    }
  })
})

describe('the book of callers', () => {
  eachDialect((database) => {
    it('adds up what several nodes have counted', async () => {
      const clock = { now: () => 1_800_000_000_000 }
      const kept = rateCountRepository(database().db)
      const node = () =>
        createRateBook({ clock, log: silentLog, exchange: kept.exchange })
      const [one, two] = [node(), node()]
      for (let time = 0; time < 3; time += 1) one.count('person:ha')
      for (let time = 0; time < 4; time += 1) two.count('person:ha')
      two.count('person:binh')
      await one.exchange()
      await two.exchange()
      expect(two.count('person:ha').hits).to.equal(8)
      expect(two.count('person:binh').hits).to.equal(2)
      await two.exchange()
      one.count('person:ha')
      await one.exchange()
      expect(one.count('person:ha').hits).to.equal(10)
      await kept.forgetBefore(Number.MAX_SAFE_INTEGER)
    })
  })
})
