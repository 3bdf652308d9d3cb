/*
 * A player: who it is, what time it is, whether it is paired, and what the
 * stage is told. Starts from the disk alone and never waits for a network.
 */
import type { BundleNote } from '../../shared/contract/bundle.js'
import type { Manifest } from '../../shared/contract/manifest.js'
import type {
  NetTrouble,
  PairingOffer,
  PairingRequest,
} from '../../shared/contract/screen-link.js'
import type { TechnicianFacts } from '../../shared/contract/technician.js'
import {
  stageHeartbeatSchema,
  type StageHeartbeat,
} from '../../shared/contract/stage-link.js'
import { whatIsOn } from '../../shared/programme/what-is-on.js'
import { fingerprintOf } from '../../shared/seal/fingerprint.js'
import { generateKeyPair } from '../../shared/seal/keys.js'
import { fingerprintWord } from '../../shared/text/copy/say.js'
import { isQuietHour } from './cache/scrub-files.js'
import type { BundleSource } from './bundle/import-bundle.js'
import { writeHomecoming } from './bundle/write-homecoming.js'
import { createHotFiles } from './cache/hot-files.js'
import type { Host } from './ports.js'
import { keepDocument, keepValue, type Keeper } from './keep-document.js'
import { recoverState } from './recover-state.js'
import {
  EMPTY_JOURNAL,
  EMPTY_STATE,
  type Identity,
  type Journal,
  type Pairing,
  type SavedState,
} from './saved-state.js'
import { startSession, type Session } from './session.js'
import { technicianFacts } from './technician-facts.js'
import { watchLight } from './stage/watch-light.js'
import { stageState } from './stage/stage-state.js'
import { STAGE_DEAD_MS } from './stage/watch-stage.js'
import { askTime } from './sync/ask-time.js'
import { assertAs } from './sync/assertion.js'
import { pairScreen } from './sync/pair-screen.js'
import { watchNetwork } from './watch-network.js'
import { watchStorage } from './watch-storage.js'
import { createTrustedClock, type TrustedClock } from './sync/trusted-clock.js'

const JOURNAL_EVERY_MS = 10 * 60_000
const CLOCK_EVERY_MS = 60 * 60_000
/** How soon a machine clock that somebody set is noticed. */
const LOOK_EVERY_MS = 1000
/** So long a person stands before the glass after plugging in a stick. */
const NOTE_MS = 60_000
/** Once a night: a window is at least so old. */
const RENEW_AFTER_MS = 20 * 3_600_000

export type Player = {
  /** What the stage posted. False: not what the contract says. */
  heartbeat(payload: unknown): boolean
  shown(payload: unknown): Promise<boolean>
  /** A file that is on the glass before it is on the disk. */
  hotFile(sha256: string): Uint8Array | null
  /** The cache found a damaged file: fetch it again. */
  fileLost(): void
  /** Whether the stage has been heard of lately. */
  stageAlive(): boolean
  playing(): Manifest | null
  /** What the stage says is painted; null while it is silent. */
  showing(): StageHeartbeat['showing']
  /** Whether a window open for so long (ms) may be opened anew now. */
  mayRenewWindow(openForMs: number): boolean
  /** Takes a programme from a stick, or says why not. */
  importBundle(source: BundleSource): Promise<BundleNote>
  /** What this screen has to tell, signed; null: nothing. */
  homecoming(): Promise<string | null>
  /** Says on the glass, for a while, what became of a stick. */
  tell(note: BundleNote): void
  screenId(): string | null
  /** Why the CMS was not reached the last time; null: it was. */
  trouble(): NetTrouble | null
  /** What a technician before the glass asks. */
  facts(): Promise<TechnicianFacts>
  /** Hash of the PIN that the CMS set; null: none. */
  technicianPin(): string | null
  stop(): Promise<void>
}

/** Starts a player on its host. Resolves once the stage has its first state. */
export async function startPlayer(given: Host): Promise<Player> {
  // Before the stores: a disk that fails at the very first write is told, too.
  let session: Session | null = null
  let networkChanged: () => void = () => {}
  const told = () => {
    session?.statusDue()
    // The page of a box that reaches nobody says why.
    if (!session) networkChanged()
  }
  const storage = watchStorage(given.stores, given.machineClock, told)
  const network = watchNetwork(given.transport, told)
  const host: Host = {
    ...given,
    stores: storage.stores,
    transport: network.transport,
  }
  const identity = await loadIdentity(host)
  const journal = await keepDocument(host.stores.journal, EMPTY_JOURNAL)
  const clock = createTrustedClock(
    host.machineClock,
    journal.get().clock,
    host.steadyClock,
  )
  const state = await loadState(host, identity.get().pairing, clock.now())
  const hot = createHotFiles()
  const fingerprint = await sayFingerprint(identity.get())
  let offer: PairingOffer | null = null
  let stopPairing: () => void = () => {}
  let beat: StageHeartbeat | null = null
  let beatAt = Number.NEGATIVE_INFINITY
  let stopped = false
  let note: BundleNote | null = null
  let cancelNote: () => void = () => {}
  let lightChanged: () => void = () => {}

  const changed = () => {
    lightChanged()
    host.stage.show(
      stageState({
        clockOffsetMs: clock.offsetMs(),
        clockIsWrong: clock.isWrong(),
        note,
        online: session?.online() ?? false,
        pairing: identity.get().pairing,
        offer,
        fingerprint,
        cmsUrl: host.cmsUrl,
        trouble: network.trouble(),
        addresses: host.machine.addresses(),
        manifest: session?.effective() ?? null,
      }),
    )
  }
  networkChanged = changed
  const deps = {
    ...host,
    state,
    journal,
    clock,
    hot,
    changed,
    isPaired: () => session !== null,
    storageHealth: storage.health,
    netTrouble: network.trouble,
    askTime() {
      const { pairing } = identity.get()
      if (!pairing) return askTime({ ...host, clock }, null)
      const { highestKeyring } = state.get()
      return askTime(
        { ...host, clock },
        {
          rootKey: pairing.rootKey,
          newest: highestKeyring,
          keyring: session?.keyring() ?? null,
        },
      )
    },
  }
  const enter = async (pairing: Pairing) => {
    session = await startSession({
      ...deps,
      pairing,
      identity: identity.get(),
      assertion: () => assertAs(deps, identity.get(), pairing.screenId),
    })
    if (stopped) await session.stop()
    changed()
  }
  const { pairing: paired } = identity.get()
  if (paired) await enter(paired)
  else {
    changed()
    stopPairing = pairScreen({
      ...deps,
      identity: identity.get(),
      player: () => card(host, beat),
      onCode(next) {
        offer = next
        changed()
      },
      async onPaired(pairing, keyring) {
        await state.change((now) => ({ ...now, keyring }))
        await identity.change((now) => ({ ...now, pairing }))
        // Twice: the copy beside it must not be one without the pairing.
        await identity.change((now) => now)
        offer = null
        await enter(pairing)
      },
    })
  }
  const isStageAlive = () => host.steadyClock.now() - beatAt < STAGE_DEAD_MS
  const stopTimes = startTimes(deps)
  const light = watchLight({
    ...deps,
    effective: () => session?.effective() ?? null,
  })
  lightChanged = light.look

  return {
    heartbeat(payload) {
      const parsed = stageHeartbeatSchema.safeParse(payload)
      if (!parsed.success) return false
      beat = parsed.data
      beatAt = host.steadyClock.now()
      session?.watch.heartbeat(parsed.data)
      return true
    },
    shown: async (payload) => (session ? session.watch.shown(payload) : true),
    hotFile: hot.get,
    fileLost: () => session?.fileLost(),
    stageAlive: isStageAlive,
    showing: () => (isStageAlive() ? (beat?.showing ?? null) : null),
    playing: () => session?.effective() ?? null,
    importBundle: async (source) =>
      session ? session.importBundle(source) : 'not_paired',
    homecoming: () =>
      writeHomecoming({
        ...deps,
        identity: identity.get(),
        playing: () => session?.effective()?.number ?? 0,
      }),
    tell(next) {
      note = next
      changed()
      cancelNote()
      cancelNote = host.timers.after(NOTE_MS, () => {
        note = null
        changed()
      })
    },
    screenId: () => identity.get().pairing?.screenId ?? null,
    trouble: network.trouble,
    facts: async () =>
      technicianFacts({
        pairing: identity.get().pairing,
        cmsUrl: host.cmsUrl,
        online: session?.online() ?? false,
        trouble: network.trouble(),
        manifest: session?.effective() ?? null,
        status: (await session?.status()) ?? null,
        clock,
      }),
    technicianPin: () => session?.effective()?.screen.technicianPin ?? null,
    mayRenewWindow(openForMs) {
      const manifest = session?.effective()
      if (openForMs < RENEW_AFTER_MS || !manifest) return false
      const now = clock.now()
      if (whatIsOn(manifest, now).kind === 'notice') return false
      return isQuietHour(manifest.screen.timeZone, now)
    },
    async stop() {
      stopped = true
      stopPairing()
      await session?.stop()
      cancelNote()
      stopTimes()
      light.stop()
      await keepTimes(deps)
      await Promise.all([state.settled(), identity.settled()])
    },
  }
}

/** The state as it was kept; when it is lost, as the files tell it. */
async function loadState(
  host: Host,
  pairing: Pairing | null,
  now: number,
): Promise<Keeper<SavedState>> {
  const kept = await host.stores.state.load()
  const lost = kept === null && pairing !== null
  const value =
    kept ??
    (lost
      ? await recoverState({ ...host, files: host.stores.files, now }, pairing)
      : EMPTY_STATE)
  const keeper = keepValue(host.stores.state, value)
  if (lost) await keeper.change((same) => same)
  return keeper
}

/** The pair is made once, at the first start, and never leaves the box. */
async function loadIdentity(host: Host): Promise<Keeper<Identity>> {
  const stored = await host.stores.identity.load()
  const identity = stored ?? { ...(await generateKeyPair()), pairing: null }
  const keeper = keepValue(host.stores.identity, identity)
  // Written at every start: then the copy beside it says the same, and one
  // damaged file never costs the pairing.
  const saved = await keeper.change((now) => now)
  if (!saved.ok) host.log.error(saved, 'new identity could not be kept')
  return keeper
}

async function sayFingerprint(identity: Identity): Promise<string> {
  const { word, number } = await fingerprintOf(identity.publicKey)
  return `${fingerprintWord(word, 'vi')} – ${number}`
}

/** What a person sees of this box before claiming it. */
function card(
  host: Host,
  beat: StageHeartbeat | null,
): PairingRequest['player'] {
  const { version, platform, host: name } = host.machine
  return {
    version,
    platform,
    host: name,
    width: beat?.width || 1920,
    height: beat?.height || 1080,
  }
}

type Times = Host & {
  journal: Keeper<Journal>
  clock: TrustedClock
  changed(): void
  isPaired(): boolean
  askTime(): Promise<boolean>
}

/** Counters and clock reach the disk every ten minutes: flash wears out. */
function startTimes(deps: Times): () => void {
  let stopJournal: () => void = () => {}
  let stopClock: () => void = () => {}
  let stopLook: () => void = () => {}
  const nextJournal = () => {
    stopJournal = deps.timers.after(JOURNAL_EVERY_MS, () => {
      void keepTimes(deps).then(nextJournal)
    })
  }
  const nextClock = () => {
    stopClock = deps.timers.after(CLOCK_EVERY_MS, () => {
      void deps
        .askTime()
        .catch((err: unknown) => deps.log.error({ err }, 'time not asked'))
        .then((learned) => learned && deps.changed())
        .then(nextClock)
    })
  }
  const nextLook = () => {
    stopLook = deps.timers.after(LOOK_EVERY_MS, () => {
      if (deps.clock.look(deps.timeSynced())) {
        deps.log.warn({ source: deps.clock.source() }, 'machine clock was set')
        deps.changed()
      }
      // A cable that is plugged in says nothing; the same state twice is free.
      if (!deps.isPaired()) deps.changed()
      nextLook()
    })
  }
  nextJournal()
  nextClock()
  nextLook()
  return () => {
    stopJournal()
    stopClock()
    stopLook()
  }
}

async function keepTimes(deps: Times): Promise<void> {
  const kept = await deps.journal.change((now) => ({
    ...now,
    clock: deps.clock.state(),
  }))
  if (!kept.ok) deps.log.warn(kept, 'journal could not be kept')
}
