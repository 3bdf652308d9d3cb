/**
 * The CMS as a process of its own, killed in the middle of each act on a
 * bulletin: nothing is lost, nothing is done twice, and state, audit and what
 * the screen gets agree after the next start.
 */
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect } from 'chai'
import { openDatabase } from '../../../cms/server/db/database.js'
import { auditRepository } from '../../../cms/server/rooms/audit/audit.repository.js'
import { checkpointRepository } from '../../../cms/server/rooms/audit/checkpoint.repository.js'
import { verifyChain } from '../../../cms/server/rooms/audit/verify-chain.js'
import type { EndpointName } from '../../../shared/contract/endpoints.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { officialNotice } from '../../support/bulletins.js'
import { cmsClient, type CmsClient } from '../../support/cms-client.js'
import { resumeCmsProcess } from '../../support/cms-process.js'
import { pairScreen, type FakeScreen } from '../../support/fake-screen.js'
import { freePort } from '../../support/free-port.js'
import { PASSWORD, startCms } from '../../support/start-cms.js'
import { waitFor } from '../../support/wait-for.js'

const WRONG = 'Rơ Mah Hới'
const RIGHT = 'Rơ Mah Hơi'

describe('a CMS killed in the middle of an act', function () {
  this.timeout(120_000)
  let folder: string
  let port: number
  let running: Awaited<ReturnType<typeof resumeCmsProcess>>
  let screen: FakeScreen
  let ha: CmsClient
  let thuy: CmsClient
  let id: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-killed-'))
    port = await freePort()
    const env = { BANGTIN_PORT: String(port) }
    const staged = await startCms({ folder, env })
    screen = await pairScreen(staged.url, await staged.as('quantri'))
    const author = await staged.as('ha')
    await staged.as('thuy')
    id = (
      await author.call('createBulletin', {
        body: officialNotice({ words: `Gặp ông ${WRONG}` }),
      })
    ).id
    await staged.stop()
    await resume()
  })
  after(async () => {
    await running?.child.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function resume(): Promise<void> {
    running = await resumeCmsProcess(folder, port)
    const nobody = cmsClient({ url: running.url, headers: {} })
    ha = await nobody.signIn('ha', PASSWORD)
    thuy = await nobody.signIn('thuy', PASSWORD)
  }

  const journal = (): number =>
    statSync(join(folder, 'bangtin.db-wal'), { throwIfNoEntry: false })?.size ??
    0

  /** Sends the act and kills the process as soon as it writes. */
  async function cutDuring(send: () => Promise<Response>): Promise<void> {
    const before = journal()
    let over = false
    const answer = send()
      .catch(() => null)
      .finally(() => {
        over = true
      })
    while (!over && journal() === before) await setImmediate()
    process.kill(running.child.pid ?? 0, 'SIGKILL')
    await answer
    await running.child.ended
  }

  /** The act with its own key, cut short, then sent again until it is done. */
  async function survive(
    who: () => CmsClient,
    asked: { name: EndpointName; path: string; body?: object },
  ): Promise<void> {
    const send = () =>
      who().fetch(`/api/v1${asked.path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `killed-${asked.name}`,
        },
        body: JSON.stringify(asked.body ?? {}),
      })
    await cutDuring(send)
    await resume()
    const again = await send()
    if (again.ok) return
    // Done before the cut; only its answer is gone.
    const problem = (await again.json()) as { code: string }
    expect(problem.code).to.equal('request.answer_lost')
  }

  const view = () => ha.call('getBulletin', { params: { id } })
  const onScreen = async () =>
    (await screen.manifest()).manifest.items
      .filter((item) => item.bulletinId === id)
      .map(({ title }) => title)

  it('submits once', async () => {
    await survive(() => ha, {
      name: 'submitBulletin',
      path: `/bulletins/${id}/submit`,
    })
    expect(await view()).to.include({ state: 'submitted', revisionNumber: 1 })
    expect(await onScreen()).to.deep.equal([])
  })

  it('releases once, and the screen gets it', async () => {
    const { contentHash } = await thuy.call('getApproval', { params: { id } })
    await survive(() => thuy, {
      name: 'releaseBulletin',
      path: `/bulletins/${id}/release`,
      body: { contentHash },
    })
    expect(await view()).to.include({ state: 'live', liveRevisionNumber: 1 })
    await waitFor(async () => (await onScreen()).length === 1)
  })

  it('corrects once', async () => {
    const { uses } = await ha.call('findUses', { query: { text: WRONG } })
    const correction = await ha.call('proposeCorrection', {
      body: {
        text: WRONG,
        replacement: RIGHT,
        reason: 'Sai tên',
        places: uses.map(({ bulletinId, revisionId, hits }) => ({
          bulletinId,
          revisionId,
          pointers: hits.map(({ pointer }) => pointer),
        })),
      },
    })
    await survive(() => thuy, {
      name: 'releaseCorrection',
      path: `/corrections/${correction.id}/release`,
      body: { contentHash: correction.contentHash },
    })
    expect(await view()).to.include({ state: 'live', liveRevisionNumber: 2 })
    await waitFor(async () => (await onScreen())[0] === `Gặp ông ${RIGHT}`)
    expect(await onScreen()).to.have.length(1)
  })

  it('withdraws once, and the recall is there', async () => {
    await survive(() => thuy, {
      name: 'withdrawBulletin',
      path: `/bulletins/${id}/withdraw`,
    })
    expect(await view()).to.include({
      state: 'withdrawn',
      liveRevisionNumber: null,
    })
    await waitFor(async () => (await onScreen()).length === 0)
    const { recall } = await ha.call('getBulletinDelivery', { params: { id } })
    expect(recall?.screens.map(({ has }) => has)).to.deep.equal([false])
  })

  it('has one line in the audit for each act, in a whole chain', async () => {
    await running.child.stop()
    const database = await openDatabase(
      { databaseUrl: null, dataFolder: folder },
      silentLog,
    )
    const audit = auditRepository(database.db)
    const lines = await audit.listAfter(0, 1000)
    const checkpoints = checkpointRepository(database.db)
    const chain = { audit, checkpoints, openCheckpoint: null }
    expect((await verifyChain(chain)).ok).to.equal(true)
    await database.close()
    for (const act of [
      'bulletin.submitted',
      'bulletin.released',
      'correction.released',
      'bulletin.withdrawn',
    ])
      expect(lines.filter((line) => line.act === act).length, act).to.equal(1)
  })
})
