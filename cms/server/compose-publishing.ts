/**
 * Constructs the publishing side over the foundation: screens, bulletins,
 * programmes, publishing and notices, the live channel and the jobs.
 */
import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../../shared/kernel/clock.js'
import type { ReadGaugeFile } from '../../templates/gauge/open-gauge.js'
import { loadCatalogue } from '../../templates/engine/load-catalogue.js'
import { houseTemplatesFolder } from './config/templates-folder.js'
import { auditJobs } from './compose-care.js'
import { startInbox } from './compose-inbox.js'
import { composeMedia } from './compose-media.js'
import type { Core, PublishingSide } from './core.js'
import { createChromiumGauge } from './gauge/chromium-gauge.js'
import { backUp } from './db/back-up.js'
import type { Db } from './db/database.js'
import { newId } from './db/new-id.js'
import { createUnitOfWork } from './db/unit-of-work.js'
import { bundleRoute, homecomingRoutes } from './http/routes/bundles.js'
import { agendaRoutes } from './http/routes/agenda.js'
import { areaRoutes } from './http/routes/areas.js'
import { bulletinRoutes } from './http/routes/bulletins.js'
import { capFeedRouter, capRoutes } from './http/routes/cap.js'
import { mediaRoutes } from './http/routes/media.js'
import { correctionRoutes } from './http/routes/corrections.js'
import { groupRoutes } from './http/routes/groups.js'
import { noticeRoutes } from './http/routes/notices.js'
import { operatorRoutes } from './http/routes/operator.js'
import { previewRoutes } from './http/routes/previews.js'
import { reportRoutes } from './http/routes/reports.js'
import { screenLinkRouter } from './http/routes/screen-link.js'
import { screenRoutes } from './http/routes/screens.js'
import { technicianRoutes } from './http/routes/technician.js'
import { templateRoutes } from './http/routes/templates.js'
import { startJobs, type Job } from './jobs/jobs.js'
import { watchTemplates } from './jobs/watch-templates.js'
import { openConsoleDoor } from './realtime/console-door.js'
import { createHub } from './realtime/hub.js'
import { openScreenDoor } from './realtime/screen-door.js'
import { areaRepository } from './rooms/areas/area.repository.js'
import { agendaRepository } from './rooms/bulletins/agenda.repository.js'
import { bulletinRepository } from './rooms/bulletins/bulletin.repository.js'
import { bulletinStepRepository } from './rooms/bulletins/bulletin-step.repository.js'
import { draftSaveRepository } from './rooms/bulletins/draft-save.repository.js'
import { revisionRepository } from './rooms/bulletins/revision.repository.js'
import { capRepository } from './rooms/connectors/cap/cap.repository.js'
import { fetchText } from './rooms/connectors/cap/fetch-text.js'
import { pollCapFeeds } from './rooms/connectors/cap/poll-cap-feeds.js'
import { endNotices } from './rooms/notices/end-notices.js'
import { noticeRepository } from './rooms/notices/notice.repository.js'
import { noticeOrderRepository } from './rooms/notices/notice-order.repository.js'
import { noticePolicyRepository } from './rooms/notices/notice-policy.repository.js'
import { createReceiptQueue } from './rooms/notices/receipt.queue.js'
import { receiptRepository } from './rooms/notices/receipt.repository.js'
import { releaseRepository } from './rooms/programmes/release.repository.js'
import { bulletinDelivery } from './rooms/publishing/bulletin-delivery.js'
import { correctionRepository } from './rooms/publishing/correction.repository.js'
import { cleanUpFiles } from './rooms/publishing/clean-up-files.js'
import { closeRecalls } from './rooms/publishing/close-recalls.js'
import { endExpired } from './rooms/publishing/end-expired.js'
import { createFurnitureDesk } from './rooms/publishing/furniture-desk.js'
import {
  keepCatalogue,
  type KeptCatalogue,
} from './rooms/publishing/kept-assets.js'
import { spreadTemplates } from './rooms/publishing/spread-templates.js'
import { keyringRepository } from './rooms/publishing/keyring.repository.js'
import { manifestRepository } from './rooms/publishing/manifest.repository.js'
import { measurementRepository } from './rooms/publishing/measurement.repository.js'
import { moveHorizon } from './rooms/publishing/move-horizon.js'
import { openSealDesk } from './rooms/publishing/open-seal-desk.js'
import { requireLegible } from './rooms/publishing/require-legible.js'
import { createProgrammeKeeper } from './rooms/publishing/programme-keeper.js'
import { startWaiting } from './rooms/publishing/start-waiting.js'
import { recallRepository } from './rooms/publishing/recall.repository.js'
import { homecomingRepository } from './rooms/screens/homecoming.repository.js'
import { followAreas } from './rooms/screens/follow-areas.js'
import { playRepository } from './rooms/reports/play.repository.js'
import { asRunRepository } from './rooms/screens/as-run.repository.js'
import { pairingRepository } from './rooms/screens/pairing.repository.js'
import { groupRepository } from './rooms/screens/group.repository.js'
import { groupedScreens } from './rooms/screens/grouped-screens.js'
import { screenRepository } from './rooms/screens/screen.repository.js'
import { technicianPinRepository } from './rooms/screens/technician-pin.repository.js'
import { createSeenNotes } from './rooms/screens/seen-notes.js'

/** Boxes of one address that may ask to be paired in a minute. */
const PAIRINGS_PER_MINUTE = 30

function repositories(db: Db, clock: Clock) {
  const groups = groupRepository(db)
  const around = { areas: areaRepository(db), groups, clock }
  return {
    groups,
    screens: groupedScreens(screenRepository(db), around),
    pairings: pairingRepository(db),
    asRun: asRunRepository(db),
    plays: playRepository(db),
    homecomings: homecomingRepository(db),
    technicianPins: technicianPinRepository(db),
    agenda: agendaRepository(db),
    bulletins: bulletinRepository(db),
    revisions: revisionRepository(db),
    bulletinSteps: bulletinStepRepository(db),
    draftSaves: draftSaveRepository(db),
    corrections: correctionRepository(db),
    releases: releaseRepository(db),
    manifests: manifestRepository(db),
    measurements: measurementRepository(db),
    keyrings: keyringRepository(db),
    recalls: recallRepository(db),
    notices: noticeRepository(db),
    noticeOrders: noticeOrderRepository(db),
    noticePolicies: noticePolicyRepository(db),
    receipts: receiptRepository(db),
    cap: capRepository(db),
  }
}

/** Opens what the publishing side stands on; nothing listens yet. */
export async function composePublishing(core: Core): Promise<PublishingSide> {
  const { parts, hub, afterwards, reload } = await openParts(core)
  return {
    endpoints: [
      (route) => areaRoutes(route, parts),
      (route) => groupRoutes(route, parts),
      (route) => screenRoutes(route, parts),
      (route) => reportRoutes(route, parts),
      (route) => technicianRoutes(route, parts),
      (route) => bulletinRoutes(route, parts),
      (route) => mediaRoutes(route, parts),
      (route) => agendaRoutes(route, parts),
      (route) => correctionRoutes(route, parts),
      (route) => noticeRoutes(route, parts),
      (route) => capRoutes(route, parts),
      (route) => homecomingRoutes(route, parts),
      (route) => templateRoutes(route, parts),
      (route) => previewRoutes(route, parts),
      (route) => operatorRoutes(route, parts),
    ],
    screenLink: [screenLinkRouter(parts)],
    capFeed: core.config.capFeed
      ? capFeedRouter({ ...parts, publicUrl: core.config.publicUrl })
      : null,
    pollCap: () => pollCapFeeds(parts),
    bundles: bundleRoute({ ...parts, authenticate: core.authenticate }),
    start: async (http) => {
      openScreenDoor(hub, parts)
      const closeConsoles = openConsoleDoor(hub.consoles, {
        ...parts,
        authenticate: core.authenticate,
        origins: core.origins,
      })
      hub.attach(http)
      // This start may have brought newer templates than the last one had.
      parts.afterwards(() => spreadTemplates(parts))
      const watching = watchTemplates({
        folders: templateFolders(core),
        reload,
        log: parts.log,
      })
      const stopJobs = startJobs(
        [...jobsOf(parts), ...auditJobs(core)],
        parts.log,
      )
      const stopPreparing = await parts.startPreparing()
      const stopInbox = await startInbox(core, parts)
      return async () => {
        await stopInbox()
        await stopPreparing()
        await stopJobs()
        await parts.gauge.stop()
        await watching.stop()
        closeConsoles()
        await hub.stop()
        await afterwards.settled()
      }
    },
  }
}

async function openParts(core: Core) {
  const db = core.database.db
  const reading = repositories(db, core.clock)
  const log = core.log.child({ room: 'publishing' })
  const hub = createHub({
    pool: core.database.pool,
    log: core.log.child({ room: 'realtime' }),
  })
  const { announcer } = hub
  const inTransaction = createUnitOfWork(db, (transaction) => {
    const writing = repositories(transaction, core.clock)
    const { touchProgramme } = writing.manifests
    return { ...core.writersOf(transaction), ...writing, touchProgramme }
  })
  const organisation = async () =>
    (await core.areas.findRoot())?.name ?? 'Bảng Tin'
  const sealDesk = await openSealDesk(
    { keyrings: reading.keyrings, clock: core.clock },
    { ...core.secrets, organisation: await organisation() },
  )
  const catalogues = await openCatalogues(core)
  const keptCatalogue = () => catalogues.current
  const afterwards = createAfterwards(core)
  const sealing = {
    ...core,
    ...reading,
    inTransaction,
    sealDesk,
    keptCatalogue,
    furniture: createFurnitureDesk(core, keptCatalogue),
    openNotices: () => reading.notices.listOpen(),
    announcer,
    log,
  }
  const programme = createProgrammeKeeper(sealing)
  const gauge = createChromiumGauge({
    ...core,
    chromium: core.config.chromium,
    readFile: gaugeFileReader(core),
    log,
  })
  const parts = {
    ...sealing,
    ...composeMedia(core),
    gauge,
    requireLegible: (written: Parameters<typeof requireLegible>[1]) =>
      requireLegible({ ...sealing, gauge }, written),
    newId,
    fetchText,
    capIssuer: capIssuerOf(core.config.publicUrl),
    programme,
    areasChanged: (areaIds: readonly string[]) =>
      followAreas({ ...sealing, programme }, areaIds),
    countScreensByArea: reading.screens.countByArea,
    receiptQueue: createReceiptQueue({ announcer, log, inTransaction }),
    catalogue: () => catalogues.current.catalogue,
    afterwards: afterwards.add,
    backUpNow: async () => {
      const done = await backUp(core)
      return done.made ? done.path : null
    },
    deliveryOf: (id: string) => bulletinDelivery(sealing, id),
    noteSeen: createSeenNotes({
      screens: reading.screens,
      clock: core.clock,
      log,
    }),
    pairingsPerMinute: PAIRINGS_PER_MINUTE,
    credentials: {
      organisation,
      rootKey: sealDesk.rootKey,
      keyring: () => Promise.resolve(sealDesk.keyring),
    },
  }
  const reload = async () => {
    await catalogues.reload()
    await spreadTemplates(parts)
  }
  return { parts, hub, afterwards, reload }
}

/** The name by which other systems know us: CAP asks for one of its own. */
function capIssuerOf(publicUrl: string | null) {
  const host = publicUrl === null ? 'bangtin.local' : new URL(publicUrl).host
  return { sender: `bangtin@${host}`, codeSystem: 'VN:dvhc' }
}

type Parts = Awaited<ReturnType<typeof openParts>>['parts']

function templateFolders(core: Core): string[] {
  const { templatesFolder } = core.config
  return [houseTemplatesFolder(), ...(templatesFolder ? [templatesFolder] : [])]
}

/** Files of slides under measurement: all of them stand in the store. */
function gaugeFileReader({ files, store }: Core): ReadGaugeFile {
  return async (sha256) => {
    const file = await files.find(sha256)
    if (!file) return null
    return { bytes: await store.read(sha256), mediaType: file.mediaType }
  }
}

async function openCatalogues(core: Core) {
  const load = async (): Promise<KeptCatalogue> => {
    const log = core.log.child({ room: 'templates' })
    const folders = templateFolders(core)
    return keepCatalogue(core, await loadCatalogue({ folders, log }))
  }
  const holder = {
    current: await load(),
    async reload() {
      holder.current = await load()
    },
  }
  return holder
}

/** Work that outlives its request; the stop of the CMS waits for it. */
function createAfterwards(core: Core) {
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()
  const later = async (work: () => Promise<void>, delayMs: number) => {
    const { signal } = stopping
    if (delayMs > 0)
      await setTimeout(delayMs, undefined, { signal, ref: false }).catch(() => {
        // Stopping: done now instead of later.
      })
    await work()
  }
  return {
    add(work: () => Promise<void>, delayMs = 0) {
      const done = later(work, delayMs)
        .catch((error: unknown) =>
          core.log.error({ err: error }, 'work after an answer failed'),
        )
        .finally(() => running.delete(done))
      running.add(done)
    },
    async settled() {
      stopping.abort()
      while (running.size > 0) await Promise.all(running)
    },
  }
}

function jobsOf(parts: Parts): Job[] {
  return [
    {
      name: 'end what is over',
      at: '* * * * *',
      run: async () => {
        const started = await startWaiting(parts)
        const bulletins = started + (await endExpired(parts))
        const notices = await endNotices(parts)
        return bulletins + notices > 0 ? { bulletins, notices } : null
      },
    },
    {
      name: 'ask for CAP alerts',
      at: '* * * * *',
      run: async () => {
        const alerts = await pollCapFeeds(parts)
        return alerts > 0 ? { alerts } : null
      },
    },
    {
      name: 'close recalls',
      at: '7 * * * *',
      run: async () => {
        const recalls = await closeRecalls(parts)
        await parts.pairings.removeExpired(
          new Date(parts.clock.now() - 3600_000).toISOString(),
        )
        return recalls > 0 ? { recalls } : null
      },
    },
    {
      name: 'move horizon',
      at: '15 2 * * *',
      run: async () => ({ screens: await moveHorizon(parts) }),
    },
    {
      name: 'clean up files',
      at: '45 2 * * *',
      run: async () => ({ files: await cleanUpFiles(parts) }),
    },
    {
      name: 'back up',
      at: '30 1 * * *',
      // On PostgreSQL pg_dump is the tool, and nothing is made here.
      run: async () => ({ ...(await backUp(parts)) }),
    },
  ]
}
