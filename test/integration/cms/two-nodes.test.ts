import { expect } from 'chai'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { floodWarning, releasedBulletin } from '../../support/bulletins.js'
import { fakeScreen, heard, pairScreen } from '../../support/fake-screen.js'
import { freshPostgresUrl } from '../../support/postgres.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

/** One PostgreSQL, one shared folder of keys and files, two processes' worth. */
describe('two CMS nodes on one PostgreSQL', function () {
  this.timeout(60_000)
  let folder: string
  let first: RunningCms
  let second: RunningCms

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-nodes-'))
    const databaseUrl = await freshPostgresUrl()
    first = await startCms({ databaseUrl, folder })
    second = await startCms({ databaseUrl, folder })
  })
  after(async () => {
    await second.stop()
    await first.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('are one: a screen of the first hears what the second releases', async () => {
    const screen = await pairScreen(first.url, await first.as('quantri'))
    const before = await screen.manifest()
    const socket = await screen.connect()
    const nudge = heard(socket, 'release')
    const { id } = await releasedBulletin(
      await second.as('ha'),
      await second.as('thuy'),
    )
    await nudge
    const after = await screen.manifest()
    expect(after.manifest.number).to.be.greaterThan(before.manifest.number)
    const ids = after.manifest.items.map((item) => item.bulletinId)
    expect(ids).to.include(id)
    socket.close()
  })

  it('seal one manifest between them when many ask at once', async () => {
    const screen = await pairScreen(first.url, await first.as('quantri'))
    const there = fakeScreen({ ...screen, url: second.url })
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? screen : there).manifest(),
      ),
    )
    expect(new Set(asked.map(({ etag }) => etag)).size).to.equal(1)
    expect(asked[0]?.manifest.number).to.equal(1)
  })

  it('push a notice across, count its receipts, and see who is connected', async () => {
    const screen = await pairScreen(first.url, await first.as('quantri'))
    const socket = await screen.connect()
    const duty = await second.as('thuy')
    const push = heard(socket, 'notice')
    const view = await duty.call('createNotice', {
      body: floodWarning({ audience: { areaIds: [], screenIds: [screen.id] } }),
    })
    await push
    await socket.emitWithAck('report', {
      receipts: [await screen.receipt(view, 'shown')],
    })
    const board = await duty.call('getNotice', { params: { id: view.id } })
    expect(board.counts).to.include({ shown: 1, missing: 0 })
    expect(board.deliveries[0]?.connected).to.equal(true)
    socket.close()
  })

  it('keep one connection of an identity between them', async () => {
    const screen = await pairScreen(first.url, await first.as('quantri'))
    const older = await screen.connect()
    const goodbye = heard(older, 'goodbye')
    const newer = await fakeScreen({ ...screen, url: second.url }).connect()
    expect(await goodbye).to.deep.equal({ reason: 'replaced' })
    expect(newer.connected).to.equal(true)
    newer.close()
  })
})
