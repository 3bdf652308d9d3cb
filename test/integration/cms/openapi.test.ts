import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect } from 'chai'
import { ENDPOINTS } from '../../../shared/contract/endpoints.js'
import { problemIn } from '../../support/cms-client.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

type Operation = {
  operationId: string
  parameters: { name: string; in: string }[]
  responses: Record<string, { description: string }>
}

describe('the API', () => {
  let running: RunningCms
  before(async () => {
    running = await startCms()
  })
  after(() => running.stop())

  it('describes every endpoint of the table, and no other', async () => {
    const answer = await running.nobody().fetch('/api/v1/openapi.json')
    const document = (await answer.json()) as {
      openapi: string
      paths: Record<string, Record<string, Operation>>
    }
    expect(document.openapi).to.equal('3.1.0')
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path),
    )
    expect(
      operations.map(({ operationId }) => operationId).sort(),
    ).to.deep.equal(Object.keys(ENDPOINTS).sort())
    const release = document.paths['/bulletins/{id}/release']?.['post']
    expect(release?.parameters.map(({ name }) => name)).to.deep.equal(['id'])
    expect(release?.responses['403']?.description).to.contain(
      'bulletin.own_approval',
    )
  })

  it('passes a public validator of OpenAPI 3.1', async () => {
    const answer = await running.nobody().fetch('/api/v1/openapi.json')
    const document = (await answer.json()) as Record<string, unknown>
    const verdict = await new Validator().validate(document)
    expect(verdict.errors ?? [], JSON.stringify(verdict.errors)).to.deep.equal(
      [],
    )
    expect(verdict.valid).to.equal(true)
  })

  it('answers nobody who is not signed in, and nothing on wrong methods', async () => {
    for (const endpoint of Object.values(ENDPOINTS)) {
      const path = `/api/v1${endpoint.path.replace(/:\w+/g, 'ABCDEF')}`
      const answer = await running
        .nobody()
        .fetch(path, { method: endpoint.method })
      const { code } = await problemIn(answer)
      expect(`${endpoint.path} ${code}`).to.equal(
        `${endpoint.path} auth.required`,
      )
      const odd = await running.nobody().fetch(path, { method: 'PROPFIND' })
      expect(odd.status).to.equal(405)
      expect((await problemIn(odd)).code).to.equal('request.wrong_method')
      expect(odd.headers.get('allow')).to.contain(endpoint.method)
    }
  })
})

describe('the console’s files', () => {
  let running: RunningCms
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-console-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<title>Bảng Tin</title>')
    await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'export {}')
    running = await startCms({ consoleFolder: folder })
  })
  after(async () => {
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const get = (path: string, accept = 'text/html') =>
    running.nobody().fetch(path, { headers: { Accept: accept } })

  it('answers the page for every address that the console routes', async () => {
    for (const path of [
      '/',
      '/ban-tin',
      '/man-hinh/abc',
      '/ghep?code=ABC234',
    ]) {
      const answer = await get(path)
      expect(await answer.text()).to.contain('Bảng Tin')
      expect(answer.headers.get('cache-control')).to.equal('no-cache')
    }
  })

  it('lets assets be kept for ever', async () => {
    const answer = await get('/assets/app-1a2b.js')
    expect(answer.headers.get('cache-control')).to.contain('immutable')
    expect(answer.headers.get('content-type')).to.match(/^text\/javascript/)
  })

  it('does not answer the page for what is missing or of the API', async () => {
    for (const path of [
      '/assets/gone.js',
      '/api/nothing',
      '/screen/v1/nothing',
    ]) {
      const answer = await get(path, '*/*')
      expect(`${path} ${answer.status}`).to.equal(`${path} 404`)
      expect((await problemIn(answer)).code).to.equal('request.not_found')
    }
    for (const path of ['/..%2fpackage.json', '/%2e%2e/package.json'])
      expect(await (await get(path)).text()).not.to.contain('bang-tin')
  })
})
