/*
 * The life of a paired screen: loads what it has, plays it, and keeps it in
 * step with the CMS. Only this file knows all four rooms; they know each other
 * only in the direction sync → cache → programme → stage.
 */
import type { BundleNote } from '../../shared/contract/bundle.js'
import type { Keyring } from '../../shared/contract/keyring.js'
import type { Manifest } from '../../shared/contract/manifest.js'
import { HOME_ZONE } from '../../shared/time/zone.js'
import {
  releaseNudgeSchema,
  type ScreenStatus,
} from '../../shared/contract/screen-link.js'
import { type OpenStream } from './cache/fetch-file.js'
import { isComplete, RESERVE_BYTES } from './cache/plan-downloads.js'
import { startFetchingAhead } from './cache/fetch-ahead.js'
import { createPace } from './cache/pace.js'
import { isQuietHour, startScrub } from './cache/scrub-files.js'
import { filesInUse, sweepFiles } from './cache/sweep-files.js'
import { importBundle, type BundleSource } from './bundle/import-bundle.js'
import type { Stored } from './ports.js'
import {
  confirmedBefore,
  confirmManifest,
} from './programme/confirm-manifest.js'
import { loadProgramme } from './programme/load-programme.js'
import type { WordDeps } from './programme/notice-words.js'
import { createProgramme } from './programme/programme.js'
import {
  switchManifest,
  type CompleteManifest,
} from './programme/switch-manifest.js'
import { takeNotice, type TakeDeps } from './programme/take-notice.js'
import { takeRecall } from './programme/take-recall.js'
import { tidyOrders } from './programme/tidy-orders.js'
import { createAsRunBook } from './stage/as-run-book.js'
import { createStageWatch, type StageWatch } from './stage/watch-stage.js'
import { adoptManifest } from './sync/adopt-manifest.js'
import { buildStatus } from './sync/build-status.js'
import { keepLink } from './sync/keep-link.js'
import { pullManifest } from './sync/pull-manifest.js'
import { createRefusals } from './sync/refusals.js'
import { createReporter, type Reporter } from './sync/send-reports.js'
import { createSyncLoop, type SyncLoop } from './sync/sync-loop.js'
import type { TrustedClock } from './sync/trusted-clock.js'

import {
  kept,
  takeDeps,
  type SessionDeps,
  type Shared,
} from './session-parts.js'

const TIDY_AT_MOST_MS = 30_000

export type Session = {
  effective(): Manifest | null
  keyring(): Keyring | null
  /** What this screen is doing, as the CMS is told. */
  status(): Promise<ScreenStatus>
  /** Something the CMS should know has changed. */
  statusDue(): void
  online(): boolean
  watch: StageWatch
  importBundle(source: BundleSource): Promise<BundleNote>
  /** A file the stage asked for was found damaged. */
  fileLost(): void
  stop(): Promise<void>
}

/** Plays from disk first, then looks for the CMS. Needs no network to resolve. */
export async function startSession(deps: SessionDeps): Promise<Session> {
  const { files } = deps.stores
  const programme = createProgramme(deps.changed)
  const refusals = createRefusals({
    ...deps,
    onAdded: () => reporter.statusDue(),
  })
  const words: WordDeps = {
    ...deps,
    screenId: deps.pairing.screenId,
    onQueued: () => reporter.receiptsDue(),
  }
  const paced = createPace(deps, () =>
    isQuietHour(zone(), deps.clock.now())
      ? null
      : (deps.bytesPerSecond ?? null),
  )
  const zone = () => programme.effective()?.screen.timeZone ?? HOME_ZONE
  const open: OpenStream = async (sha256, from) =>
    paced(await deps.transport.getFile(await deps.assertion(), sha256, from))
  const shared: Shared = { ...deps, programme, refusals, words, open }

  const loaded = await loadProgramme(
    {
      ...deps,
      files,
      isComplete: (m) => isComplete(files, m, deps.clock.now()),
    },
    deps.pairing,
    deps.state.get(),
  )
  trustSeals(deps.clock, loaded.current, loaded.previous)
  programme.set({
    ...loaded,
    confirmedAt: confirmedBefore(deps.journal.get(), loaded.current),
  })

  const watch = createStageWatch({
    ...words,
    ...deps,
    effective: programme.effective,
    onChange: () => reporter.statusDue(),
  })
  const tidy = startTidying(shared)
  const orders = takeDeps(shared)
  /** Orders on their way to the disk: a polite stop loses none. */
  const taking = new Set<Promise<void>>()
  const link = keepLink({
    ...deps,
    now: deps.steadyClock.now,
    onUp() {
      void deps.askTime().then((learned) => learned && deps.changed())
      sync.linkChanged(true)
      reporter.linkUp()
      deps.changed()
    },
    onDown() {
      sync.linkChanged(false)
      deps.changed()
    },
    heard: (event, payload) => {
      const work = heard({ event, payload }, orders, sync, deps)
        .catch((err: unknown) => deps.log.error({ err }, 'push failed'))
        .then(tidy.soon)
        .finally(() => taking.delete(work))
      taking.add(work)
    },
  })
  const sync = startSync(shared, () => reporter.statusDue(), tidy.soon)
  const book = createAsRunBook(deps.journal, deps.clock)
  const status = () =>
    buildStatus({
      clock: deps.clock,
      machine: deps.machine,
      files,
      storage: deps.storageHealth(),
      trouble: deps.netTrouble(),
      manifest: programme.parts().current,
      stage: { last: watch.last(), alive: watch.isAlive() },
      sync: sync.status(),
      refusals: refusals.list(),
    })
  const reporter: Reporter = createReporter({
    ...deps,
    link: link.link,
    status,
    asRun: book.due,
    asRunTaken: book.taken,
  })
  tidy.soon()
  const stopScrub = startScrub({
    ...deps,
    files,
    now: deps.clock.now,
    zone,
    needed: () => filesInUse(kept(shared)),
    onDamaged(sha256) {
      deps.log.warn({ sha256 }, 'file had rotted')
      sync.pullIn(1000)
    },
  })

  const stopAhead = startFetchingAhead({
    ...shared,
    files,
    zone,
    manifest: () => programme.parts().current,
  })

  return {
    effective: programme.effective,
    keyring: () => programme.parts().keyring,
    status,
    statusDue: () => reporter.statusDue(),
    online: () => link.link() !== null,
    watch,
    importBundle: (source) =>
      importBundle(
        {
          ...shared,
          files,
          saved: deps.state.get,
          playing: () => programme.parts().current?.number ?? 0,
          switchTo: (next) => switchTo(shared, next, tidy.soon),
        },
        source,
      ),
    fileLost: () => sync.pullIn(1000),
    async stop() {
      stopScrub()
      stopAhead()
      link.stop()
      sync.stop()
      reporter.stop()
      await Promise.all(taking)
      tidy.stop()
    },
  }
}

function trustSeals(
  clock: TrustedClock,
  ...manifests: readonly (Manifest | null)[]
): void {
  for (const manifest of manifests)
    if (manifest) clock.atLeast(Date.parse(manifest.issuedAt))
}

async function heard(
  what: { event: 'release' | 'notice' | 'recall'; payload: unknown },
  orders: TakeDeps,
  sync: SyncLoop,
  deps: Pick<SessionDeps, 'random'>,
): Promise<void> {
  if (what.event === 'notice') return takeNotice(orders, what.payload)
  if (what.event === 'recall') return takeRecall(orders, what.payload)
  const nudge = releaseNudgeSchema.safeParse(what.payload)
  const spreadMs = nudge.success ? nudge.data.spreadMs : 0
  sync.pullIn(spreadMs * deps.random.unit())
}

/** Notices end, recalls grow old, and hot files cool. */
function startTidying(shared: Shared): { soon(): void; stop(): void } {
  let stopped = false
  let cancel: () => void = () => {}
  const run = async () => {
    const end = await tidyOrders({ ...shared.words, ...shared }).catch(
      (err: unknown) => {
        shared.log.error({ err }, 'orders not tidied')
        return null
      },
    )
    shared.hot.keepOnly(filesInUse(kept(shared)))
    const untilEnd = (end ?? Infinity) - shared.clock.now()
    wait(Math.max(50, Math.min(TIDY_AT_MOST_MS, untilEnd)))
  }
  const wait = (ms: number) => {
    cancel()
    if (!stopped) cancel = shared.timers.after(ms, () => void run())
  }
  return {
    soon: () => wait(0),
    stop() {
      stopped = true
      cancel()
    },
  }
}

/** One atomic write, then the glass, then what nobody needs goes. */
async function switchTo(
  shared: Shared,
  next: CompleteManifest,
  onSwitched: () => void,
): Promise<Stored> {
  const { files } = shared.stores
  const done = await switchManifest({ ...shared.words, ...shared, files }, next)
  if (!done.ok) return done
  trustSeals(shared.clock, next.manifest)
  confirmManifest(shared)
  onSwitched()
  await sweepFiles(files, () => kept(shared))
  return done
}

function startSync(
  shared: Shared,
  onStatus: () => void,
  onSwitched: () => void,
): SyncLoop {
  const { files } = shared.stores
  const known = async () => {
    const saved = shared.state.get()
    const { current, pending } = shared.programme.parts()
    const whole =
      current && !pending
        ? await isComplete(files, current, shared.clock.now())
        : false
    return whole ? saved : { ...saved, etag: null }
  }
  const sync: SyncLoop = createSyncLoop({
    ...shared,
    pull: async () => {
      const pulled = await pullManifest(shared, shared, await known())
      if (pulled.kind === 'same') confirmManifest(shared)
      return pulled
    },
    adopt: (trusted, signal) =>
      adoptManifest(
        {
          ...shared,
          files,
          now: shared.clock.now,
          reserveBytes: shared.reserveBytes ?? RESERVE_BYTES,
          hold: ({ manifest }) => shared.programme.set({ pending: manifest }),
          switchTo: (next) => switchTo(shared, next, onSwitched),
          refuse: shared.refusals.add,
          progress: (left) => sync.progress(left),
        },
        trusted,
        signal,
      ),
    refuse: ({ what, reason, detail }) =>
      shared.refusals.add(what, reason, detail),
    onStatus,
  })
  return sync
}
