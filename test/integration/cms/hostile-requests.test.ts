/**
 * Every endpoint of the table under hostile requests, new ones by themselves:
 * nothing a caller sends is a fault of ours, and nobody signed out gets in.
 */
import { expect } from 'chai'
import fc from 'fast-check'
import { ENDPOINTS, type Endpoint } from '../../../shared/contract/endpoints.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

const SQL = [
  "' or 1=1 --",
  '%',
  '_',
  '\\',
  '"; drop table people; --',
  '\u0000',
]
const RUNS = 2
const TABLE = Object.entries<Endpoint>(ENDPOINTS)

/** Values of the shape that was asked for now and then, and others. */
const hostileText = fc.oneof(
  fc.constantFrom(...SQL, '../../etc/passwd', '<script>x</script>'),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

/** Without halves of surrogate pairs, which no address can carry. */
const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8')

function namesIn(schema: unknown): string[] {
  const { shape } = (schema ?? {}) as { shape?: object }
  return Object.keys(shape ?? {})
}

for (const dialect of DIALECTS)
  describe(`hostile requests on ${dialect}`, function () {
    this.timeout(120_000)
    let running: RunningCms
    let tinh: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      tinh = await running.as('tinh')
    })
    after(() => running.stop())

    it('are answered with a clear refusal, or an answer, never a fault', async () => {
      for (const [name, endpoint] of TABLE) {
        const queries = [...namesIn(endpoint.query), 'cursor', 'q', 'limit']
        const asked = fc.record({
          query: fc.dictionary(fc.constantFrom(...queries), hostileText, {
            maxKeys: 3,
          }),
          body: fc.dictionary(
            fc.constantFrom(...namesIn(endpoint.body), '__proto__', 'id'),
            fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostileText),
          ),
          id: fc.oneof(fc.constant('ABCDEF'), hostileText),
        })
        await fc.assert(
          fc.asyncProperty(asked, async ({ query, body, id }) => {
            const filled = endpoint.path.replace(/:\w+/g, () =>
              encodeURIComponent(wellFormed(id.replace(/^\.+$/, 'x'))),
            )
            const words = new URLSearchParams(
              Object.entries(query).map(([key, value]) => [
                key,
                wellFormed(value),
              ]),
            )
            const answer = await tinh.fetch(`/api/v1${filled}?${words}`, {
              method: endpoint.method,
              ...(endpoint.method === 'GET'
                ? {}
                : {
                    headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify(body),
                  }),
            })
            await answer.arrayBuffer()
            expect(answer.status, `${name} ${filled}?${words}`).to.be.lessThan(
              500,
            )
          }),
          { numRuns: RUNS },
        )
      }
    })

    it('get nobody in who is not signed in, whatever they carry', async () => {
      const strange = [
        {},
        { Authorization: 'Bearer undefined' },
        { Authorization: 'Basic YTpi' },
        { Cookie: 'bangtin.session_token=abc.def' },
      ]
      for (const [name, endpoint] of TABLE) {
        if (endpoint.access === 'public') continue
        const path = `/api/v1${endpoint.path.replace(/:\w+/g, 'ABCDEF')}`
        const answers = await Promise.all(
          strange.map(async (headers) => {
            const { method } = endpoint
            const answer = await fetch(`${running.url}${path}`, {
              method,
              headers: headers as Record<string, string>,
            })
            return (await problemIn(answer)).code
          }),
        )
        expect(new Set(answers), name).to.deep.equal(new Set(['auth.required']))
      }
    })

    it('of another site’s page change nothing', async () => {
      for (const [name, endpoint] of TABLE) {
        if (endpoint.method === 'GET') continue
        const path = `/api/v1${endpoint.path.replace(/:\w+/g, 'ABCDEF')}`
        const answer = await tinh.fetch(path, {
          method: endpoint.method,
          headers: { Origin: 'https://evil.example' },
        })
        const { code } = await problemIn(answer)
        expect(`${name} ${code}`).to.equal(`${name} request.wrong_origin`)
      }
    })
  })
