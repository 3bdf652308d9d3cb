import { expect } from 'chai'
import { errorHandler } from '../../../cms/server/http/error-handler.js'
import { STATUS } from '../../../cms/server/http/error-status.js'
import { ERROR_CODES, problemSchema } from '../../../shared/contract/errors.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'
import express from 'express'
import type { AddressInfo } from 'node:net'

describe('problems', () => {
  let running: RunningCms
  let ha: CmsClient
  const lines: object[] = []
  before(async () => {
    const log = {
      ...silentLog,
      child: () => log,
      error: (fields: object) => void lines.push(fields),
    }
    running = await startCms({ log })
    ha = await running.as('ha')
  })
  after(() => running.stop())

  const json = (body: string, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  })

  it('has a status for every code, and only for those', () => {
    expect(Object.keys(STATUS).sort()).to.deep.equal([...ERROR_CODES].sort())
    for (const status of Object.values(STATUS))
      expect(status).to.be.within(400, 599)
  })

  const malformed: [string, string, RequestInit, number, string][] = [
    [
      'a path that is not there',
      '/api/v1/nothing',
      {},
      404,
      'request.not_found',
    ],
    ['half a JSON', '/api/v1/bulletins', json('{"a":'), 400, 'request.invalid'],
    ['a bare word', '/api/v1/bulletins', json('"x"'), 400, 'request.invalid'],
    ['an empty body', '/api/v1/bulletins', json(''), 400, 'request.invalid'],
    ['a list', '/api/v1/bulletins', json('[]'), 400, 'request.invalid'],
    [
      'two megabytes',
      '/api/v1/bulletins',
      json(JSON.stringify({ x: 'x'.repeat(2_000_000) })),
      413,
      'request.too_large',
    ],
    [
      'ten thousand brackets',
      '/api/v1/bulletins',
      json('['.repeat(10_000) + ']'.repeat(10_000)),
      400,
      'request.invalid',
    ],
    [
      'a body that says it is zipped',
      '/api/v1/bulletins',
      json('{}', { 'Content-Encoding': 'gzip' }),
      400,
      'request.invalid',
    ],
    [
      'an unknown character set',
      '/api/v1/bulletins',
      json('{}', { 'Content-Type': 'application/json; charset=x-evil' }),
      415,
      'request.invalid',
    ],
    [
      'a broken escape in the path',
      '/api/v1/bulletins/%E0%A4%A',
      {},
      400,
      'request.invalid',
    ],
    [
      'an id with a quote',
      `/api/v1/bulletins/${encodeURIComponent("x' or 1=1 --")}`,
      {},
      404,
      'request.not_found',
    ],
    [
      'a limit that is no number',
      '/api/v1/bulletins?limit=all',
      {},
      400,
      'request.invalid',
    ],
  ]
  for (const [what, path, init, status, code] of malformed)
    it(`answers ${what} with ${status} ${code}`, async () => {
      const answer = await ha.fetch(path, init)
      expect(answer.headers.get('content-type')).to.match(
        /^application\/problem\+json/,
      )
      const problem = await problemIn(answer)
      expect([answer.status, problem.status]).to.deep.equal([status, status])
      expect(problem.code).to.equal(code)
      expect(problem.requestId).to.equal(answer.headers.get('x-request-id'))
    })

  it('speaks Vietnamese unless English is asked for', async () => {
    const say = async (headers: Record<string, string>) => {
      const answer = await fetch(`${running.url}/api/v1/me`, { headers })
      return (await problemIn(answer)).detail
    }
    const vi = await say({})
    const en = await say({ 'Accept-Language': 'en-GB,en;q=0.9' })
    expect(vi).to.match(/^Phiên làm việc/)
    expect(en).to.match(/[Ss]ign in/)
    expect(await say({ 'Accept-Language': 'fr, vi;q=0.5' })).to.equal(vi)
    expect(await say({ Cookie: 'lang=en' })).to.equal(en)
    const both = { Cookie: 'lang=vi', 'Accept-Language': 'en' }
    expect(await say(both)).to.equal(vi)
  })

  it('names every wrong field by its pointer, in the reader’s language', async () => {
    const said: Record<string, string[]> = {}
    for (const lang of ['vi', 'en']) {
      const answer = await ha.fetch(
        '/api/v1/bulletins',
        json('{"templateId":5}', {
          Cookie: `${ha.headers['Cookie']}; lang=${lang}`,
        }),
      )
      const problem = await problemIn(answer)
      expect(problem.code).to.equal('request.invalid')
      const problems = problem.problems ?? []
      expect(problems.map(({ pointer }) => pointer)).to.include('/ownerAreaId')
      for (const { pointer, message } of problems) {
        expect(pointer).to.match(/^\//)
        expect(message).not.to.equal('')
      }
      said[lang] = problems.map(({ message }) => message)
    }
    expect(said['vi']).not.to.deep.equal(said['en'])
  })

  it('tells nothing of our faults outside, and all of them to the log', async () => {
    const app = express()
    app.get('/fault', () => {
      throw new Error('password hunter2 in /etc/bangtin')
    })
    app.use(
      errorHandler({
        ...silentLog,
        error: (fields: object) => void lines.push(fields),
      }),
    )
    const server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/fault`)
    const text = await answer.text()
    server.close()
    expect(answer.status).to.equal(500)
    expect(problemSchema.parse(JSON.parse(text)).code).to.equal('internal')
    expect(text).not.to.contain('hunter2')
    const { err } = lines.at(-1) as { err: Error }
    expect(err.message).to.contain('hunter2')
  })

  it('gave no cause for the log in all of the above', () => {
    expect(lines).to.have.length(1)
  })

  it('guards every page with a policy without inline scripts', async () => {
    const answer = await running.nobody().fetch('/healthz')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).to.contain("script-src 'self';")
    expect(policy).to.contain("object-src 'none'")
    expect(policy).not.to.contain('unsafe-eval')
    expect(answer.headers.get('x-powered-by')).to.equal(null)
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff')
  })

  it('tells its health to anyone, and when it is ready', async () => {
    const health = await running.nobody().fetch('/healthz')
    const { status, version, uptimeSeconds } = (await health.json()) as Record<
      string,
      unknown
    >
    expect(status).to.equal('ok')
    expect(version).to.match(/^\d+\.\d+\.\d+/)
    expect(uptimeSeconds).to.be.a('number')
    expect((await running.nobody().fetch('/readyz')).status).to.equal(200)
  })
})
