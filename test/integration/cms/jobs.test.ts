import { expect } from 'chai'
import {
  appendFile,
  cp,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createUnitOfWork } from '../../../cms/server/db/unit-of-work.js'
import { runJob } from '../../../cms/server/jobs/jobs.js'
import { watchTemplates } from '../../../cms/server/jobs/watch-templates.js'
import { bulletinRepository } from '../../../cms/server/rooms/bulletins/bulletin.repository.js'
import { endNotices } from '../../../cms/server/rooms/notices/end-notices.js'
import { noticeRepository } from '../../../cms/server/rooms/notices/notice.repository.js'
import { releaseRepository } from '../../../cms/server/rooms/programmes/release.repository.js'
import { cleanUpFiles } from '../../../cms/server/rooms/publishing/clean-up-files.js'
import { closeRecalls } from '../../../cms/server/rooms/publishing/close-recalls.js'
import { endExpired } from '../../../cms/server/rooms/publishing/end-expired.js'
import { manifestRepository } from '../../../cms/server/rooms/publishing/manifest.repository.js'
import { recallRepository } from '../../../cms/server/rooms/publishing/recall.repository.js'
import { silentAnnouncer } from '../../../cms/server/rooms/screens/announcer.port.js'
import { screenRepository } from '../../../cms/server/rooms/screens/screen.repository.js'
import type { Db } from '../../../cms/server/db/database.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import { silentLog, type Log } from '../../../shared/kernel/log.js'
import { loadCatalogue } from '../../../templates/engine/load-catalogue.js'
import {
  floodWarning,
  officialNotice,
  releasedBulletin,
} from '../../support/bulletins.js'
import {
  healthyStatus,
  pairScreen,
  type FakeScreen,
} from '../../support/fake-screen.js'
import { waitFor } from '../../support/wait-for.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

const DAY_MS = 24 * 3_600_000

describe('what the CMS does by itself', () => {
  let cms: RunningCms
  let screen: FakeScreen

  before(async () => {
    cms = await startCms()
    screen = await pairScreen(cms.url, await cms.as('quantri'))
  })
  after(() => cms.stop())

  /** The parts of a job at an instant, over the database of the running CMS. */
  function partsAt(now: number) {
    const { core } = cms.cms
    const repositories = (db: Db) => ({
      bulletins: bulletinRepository(db),
      releases: releaseRepository(db),
      manifests: manifestRepository(db),
      recalls: recallRepository(db),
      notices: noticeRepository(db),
      screens: screenRepository(db),
    })
    const reading = repositories(core.database.db)
    return {
      ...core,
      ...reading,
      clock: { now: () => now },
      announcer: silentAnnouncer,
      openNotices: () => reading.notices.listOpen(),
      inTransaction: createUnitOfWork(core.database.db, (db) => ({
        ...core.writersOf(db),
        ...repositories(db),
        touchProgramme: repositories(db).manifests.touchProgramme,
      })),
    }
  }

  it('ends a bulletin when its time is over, and takes it off the programme', async () => {
    const ha = await cms.as('ha')
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const { id } = await releasedBulletin(
      ha,
      await cms.as('thuy'),
      officialNotice({ schedule: { expiresAt } }),
    )
    expect((await screen.manifest()).manifest.items).to.have.length(1)
    expect(await endExpired(partsAt(Date.now()))).to.equal(0)
    expect(await endExpired(partsAt(Date.parse(expiresAt)))).to.equal(1)
    const after = await ha.call('getBulletin', { params: { id } })
    expect(after.state).to.equal('ended')
    expect((await screen.manifest()).manifest.items).to.deep.equal([])
  })

  it('ends a notice when its time is over', async () => {
    const duty = await cms.as('thuy')
    const body = floodWarning()
    await duty.call('createNotice', { body })
    expect((await screen.manifest()).manifest.notices).to.have.length(1)
    expect(await endNotices(partsAt(Date.parse(body.expiresAt)))).to.equal(1)
    expect((await screen.manifest()).manifest.notices).to.deep.equal([])
  })

  it('lets go of a recall once every screen has it, not before', async () => {
    const thuy = await cms.as('thuy')
    const { id } = await releasedBulletin(await cms.as('ha'), thuy)
    await thuy.call('withdrawBulletin', {
      params: { id },
      body: {},
    })
    expect(await closeRecalls(partsAt(Date.now()))).to.equal(0)
    const { manifest } = await screen.manifest()
    expect(manifest.recalls).to.have.length(1)
    await screen.report({
      status: healthyStatus({ manifestNumber: manifest.number }),
    })
    expect(await closeRecalls(partsAt(Date.now()))).to.equal(1)
    expect((await screen.manifest()).manifest.recalls).to.deep.equal([])
  })

  it('frees files that nothing needs after a week, and no others', async () => {
    const { core } = cms.cms
    const [ha, thuy] = [await cms.as('ha'), await cms.as('thuy')]
    const old = await releasedBulletin(ha, thuy)
    const [gone] = (await screen.manifest()).manifest.items
    await thuy.call('withdrawBulletin', {
      params: { id: old.id },
      body: {},
    })
    const kept = await releasedBulletin(
      ha,
      thuy,
      officialNotice({ weight: 3, words: 'Ở lại' }),
    )
    // Two more manifests, so that none that is kept names the old slide.
    for (const ticker of [['Một'], ['Hai'], ['Ba']]) {
      const technician = await cms.as('quantri')
      const view = await technician.call('getScreen', {
        params: { id: screen.id },
      })
      await technician.call('saveScreen', {
        params: { id: screen.id },
        body: { ...view.settings, ticker },
      })
    }
    const { manifest } = await screen.manifest()
    await screen.report({
      status: healthyStatus({ manifestNumber: manifest.number }),
    })
    const catalogue = await loadCatalogue({
      folders: ['templates'],
      log: silentLog,
    })
    const keptCatalogue = () => ({ catalogue, files: new Map(), noticeKit: [] })
    const at = (now: number) => ({ ...partsAt(now), keptCatalogue })
    expect(await cleanUpFiles(at(Date.now()))).to.equal(0)
    const removed = await cleanUpFiles(at(Date.now() + 8 * DAY_MS))
    expect(removed).to.be.greaterThan(0)
    const oldSlide = gone?.slides[0]?.sha256 ?? ''
    expect(await core.files.find(oldSlide)).to.equal(null)
    for (const file of manifest.files)
      expect((await screen.get(`/files/${file.sha256}`)).status).to.equal(200)
    const live = manifest.items.map((item) => item.bulletinId)
    expect(live).to.include(kept.id)
  })

  it('logs a job that fails and goes on', async () => {
    const said: string[] = []
    const log: Log = {
      ...silentLog,
      error: (_, words) => void said.push(words),
    }
    const job = {
      name: 'falls',
      at: '* * * * *',
      run: () => Promise.reject(new Error('no')),
    }
    await runJob(job, log)
    expect(said).to.deep.equal(['job failed'])
  })
})

describe('a changed template', function () {
  this.timeout(30_000)
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bangtin-templates-'))
    await cp('templates', folder, {
      recursive: true,
      filter: (from) => !/templates\/(engine|frame)/.test(from),
    })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function watched(change: () => Promise<void>) {
    const loaded: number[] = []
    const refused: unknown[] = []
    let told = () => {}
    const once = new Promise<void>((resolve) => (told = resolve))
    const stop = watchTemplates({
      folders: [folder],
      settleMs: 50,
      log: {
        ...silentLog,
        error: (fields) => {
          refused.push((fields as { details?: unknown }).details)
          told()
        },
      },
      reload: async () => {
        const next = await loadCatalogue({ folders: [folder], log: silentLog })
        loaded.push(next.templates.length)
        told()
      },
    })
    await stop.ready
    await change()
    await once
    await stop.stop()
    return { loaded, refused }
  }

  it('is loaded when it was written', async () => {
    const sheet = join(folder, 'slides', 'urgent', 'slide.css')
    const { loaded } = await watched(() => appendFile(sheet, '\n/* new */\n'))
    expect(loaded).to.have.length(1)
  })

  it('changes nothing when it is broken, and the log names the file', async () => {
    const manifest = join(folder, 'slides', 'urgent', 'template.json')
    const { loaded, refused } = await watched(() =>
      writeFile(manifest, '{"id":"urgent"}'),
    )
    expect(loaded).to.deep.equal([])
    expect(JSON.stringify(refused[0])).to.include('urgent/template.json')
  })

  it('reaches every screen by itself, as a notice may come next', async () => {
    // A site's own folder with a notice template of its own.
    const site = join(folder, 'site')
    const own = join(site, 'slides', 'canh-bao')
    await cp(join(folder, 'slides', 'urgent'), own, { recursive: true })
    const manifestFile = join(own, 'template.json')
    const text = await readFile(manifestFile, 'utf8')
    await writeFile(manifestFile, text.replace('"urgent"', '"canh-bao"'))
    const cms = await startCms({ env: { BANGTIN_TEMPLATES: site } })
    try {
      const screen = await pairScreen(cms.url, await cms.as('quantri'))
      const socket = await screen.connect()
      const before = (await screen.manifest()).manifest
      let nudges = 0
      socket.on('release', () => (nudges += 1))
      const sheet = join(own, 'slide.css')
      // The watcher may still be counting its files when the first one comes.
      for (let tries = 0; nudges === 0 && tries < 5; tries += 1) {
        await appendFile(sheet, `\n.canh-bao{order:${tries}}\n`)
        await waitFor(() => nudges > 0, 3000).catch(() => undefined)
      }
      const { manifest } = await screen.manifest()
      expect(manifest.number).to.be.greaterThan(before.number)
      const names = (one: Manifest) => one.files.map(({ sha256 }) => sha256)
      expect(names(manifest)).to.not.deep.equal(names(before))
      socket.close()
    } finally {
      await cms.stop()
    }
  })
})
