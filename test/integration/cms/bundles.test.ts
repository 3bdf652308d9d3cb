import { expect } from 'chai'
import {
  BUNDLE_MAGIC,
  BUNDLE_PREFIX_BYTES,
  bundleHeaderSchema,
} from '../../../shared/contract/bundle.js'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import { hashOf } from '../player/cms-double.js'
import { seal } from '../../../shared/seal/seal.js'
import { pairScreen, type FakeScreen } from '../../support/fake-screen.js'
import { startCms, AREAS, type RunningCms } from '../../support/start-cms.js'

describe('programmes for screens without a network', () => {
  let cms: RunningCms
  let screen: FakeScreen

  before(async () => {
    cms = await startCms()
    screen = await pairScreen(cms.url, await cms.as('quantri'))
  })
  after(() => cms.stop())

  it('are for people who may see the screen', async () => {
    const path = `/api/v1/bundles?screen=${screen.id}`
    expect((await cms.nobody().fetch(path)).status).to.equal(401)
    const other = await cms.as('binh')
    expect((await other.fetch(path)).status).to.equal(403)
    const nothing = await (await cms.as('quantri')).fetch('/api/v1/bundles')
    expect(nothing.status).to.be.within(400, 499)
  })

  it('hold every byte the screen needs, in one file', async () => {
    const people = await cms.as('quantri')
    const answer = await people.fetch(`/api/v1/bundles?area=${AREAS.commune}`)
    expect(answer.status).to.equal(200)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).to.equal(Number(answer.headers.get('content-length')))
    expect(bytes.subarray(0, BUNDLE_MAGIC.length).toString()).to.equal(
      BUNDLE_MAGIC,
    )
    const length = Number.parseInt(
      bytes.subarray(BUNDLE_MAGIC.length, BUNDLE_PREFIX_BYTES).toString(),
      16,
    )
    let at = BUNDLE_PREFIX_BYTES + length
    const header = bundleHeaderSchema.parse(
      JSON.parse(bytes.subarray(BUNDLE_PREFIX_BYTES, at).toString()),
    )
    expect(header.screens.map((one) => one.screenId)).to.deep.equal([screen.id])
    for (const { sha256, sizeBytes } of header.files) {
      expect(hashOf(bytes.subarray(at, at + sizeBytes))).to.equal(sha256)
      at += sizeBytes
    }
    expect(at).to.equal(bytes.length)
    const { manifest } = await screen.manifest()
    const held = new Set(header.files.map((file) => file.sha256))
    for (const file of filesNeeded(manifest))
      expect(held.has(file.sha256)).to.equal(true)
  })

  it('bring home what was shown, once', async () => {
    const people = await cms.as('quantri')
    const home = {
      kind: 'homecoming',
      protocol: 1,
      id: 'home-1234',
      screenId: screen.id,
      at: new Date().toISOString(),
      manifestNumber: 1,
      receipts: [],
      asRun: [
        {
          releaseId: 'release-1',
          hour: '2026-11-23T03:00:00.000Z',
          showings: 12,
          seconds: 240,
        },
      ],
    }
    const sealed = await seal('homecoming', home, {
      kid: screen.id,
      key: screen.keys.privateKey,
    })
    const first = await people.call('takeHomecoming', { body: { sealed } })
    expect(first).to.include({ rows: 1, isNew: true, screenId: screen.id })
    const again = await people.call('takeHomecoming', { body: { sealed } })
    expect(again.isNew).to.equal(false)
    const [head, body] = sealed.split('.')
    await people.refused('takeHomecoming', 'seal.bad_seal', {
      body: { sealed: `${head}.${body}.${'A'.repeat(86)}` },
    })
    await people.refused('takeHomecoming', 'seal.malformed', {
      body: { sealed: 'YQ.YQ.YQ' },
    })
  })
}).timeout(60_000)
