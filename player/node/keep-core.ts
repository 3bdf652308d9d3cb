/*
 * The core of a player on this machine, and how it is started anew: when a
 * technician gave it another address, the page stays and the core begins again
 * from the disk.
 */
import { join } from 'node:path'
import { systemClock } from '../../shared/kernel/clock.js'
import type { ContentStore, StagePort } from '../core/ports.js'
import { startPlayer, type Player } from '../core/player.js'
import { documentStore } from './document-store.js'
import { httpTransport } from './http-transport.js'
import { noTransport } from './no-transport.js'
import { openWayOut } from './proxy.js'
import type { RunOptions } from './run-options.js'
import {
  identitySchema,
  journalSchema,
  savedStateSchema,
} from './saved-state.schema.js'
import {
  steadyClock,
  systemRandom,
  systemTimers,
  thisMachine,
  timeSynced,
} from './system-ports.js'
import { cmsAddressOf, type BoxSetupStore } from './technician/box-setup.js'
import { xDisplay } from './x-display.js'

type Parts = {
  files: ContentStore
  setup: BoxSetupStore
  stage: StagePort
}

export type KeptCore = {
  /** Speaks to whichever core runs now. */
  player: Player
  /** Starts anew from the disk, soon: what asked for it is answered first. */
  restart(what: 'core' | 'coreAndWindow'): void
  transportTo(address: string): Promise<ReturnType<typeof httpTransport>>
  stop(): Promise<void>
}

const RESTART_AFTER_MS = 300

/** Starts the core and keeps it. */
export async function keepCore(
  options: RunOptions,
  parts: Parts,
): Promise<KeptCore> {
  let current = await startCore(options, parts)
  let isRenewalDue = false
  let stopped = false
  let cancel: () => void = () => {}
  let work: Promise<void> = Promise.resolve()
  const begin = async () => {
    if (stopped) return
    await current.stop()
    current = await startCore(options, parts)
  }
  return {
    player: {
      ...standIn(() => current),
      mayRenewWindow(openForMs) {
        const isDue = isRenewalDue
        isRenewalDue = false
        return isDue || current.mayRenewWindow(openForMs)
      },
    },
    transportTo: (address) => transportTo(options, address),
    restart(what) {
      cancel()
      cancel = systemTimers.after(RESTART_AFTER_MS, () => {
        isRenewalDue = what === 'coreAndWindow'
        work = work.then(begin).catch((err: unknown) => {
          options.log.error({ err }, 'core not started anew')
        })
      })
    },
    async stop() {
      stopped = true
      cancel()
      await work
      await current.stop()
    },
  }
}

async function transportTo(options: RunOptions, address: string) {
  const proxy = options.proxyFor
    ? options.proxyFor(address)
    : (options.proxy ?? null)
  return httpTransport(address, await openWayOut(proxy))
}

async function startCore(options: RunOptions, parts: Parts): Promise<Player> {
  const { dataFolder, log } = options
  const document = (name: string) => join(dataFolder, name)
  const cmsUrl = cmsAddressOf(parts.setup.get(), options.cmsUrl)
  return startPlayer({
    stores: {
      files: parts.files,
      identity: documentStore(document('identity.json'), {
        schema: identitySchema,
        mode: 0o600,
        dear: true,
        log,
      }),
      state: documentStore(document('state.json'), {
        schema: savedStateSchema,
        log,
      }),
      journal: documentStore(document('journal.json'), {
        schema: journalSchema,
        log,
      }),
    },
    transport:
      cmsUrl === null ? noTransport : await transportTo(options, cmsUrl),
    stage: parts.stage,
    display: xDisplay(options.display ?? null, log),
    timers: systemTimers,
    random: systemRandom,
    machineClock: systemClock,
    steadyClock,
    timeSynced,
    machine: thisMachine(options.version),
    log,
    cmsUrl,
    ...(options.bytesPerSecond
      ? { bytesPerSecond: options.bytesPerSecond }
      : {}),
    ...(options.reserveBytes === undefined
      ? {}
      : { reserveBytes: options.reserveBytes }),
    ...options.host,
  })
}

/** One player to hold on to while cores come and go. */
function standIn(now: () => Player): Player {
  return {
    heartbeat: (payload) => now().heartbeat(payload),
    shown: (payload) => now().shown(payload),
    hotFile: (sha256) => now().hotFile(sha256),
    fileLost: () => now().fileLost(),
    stageAlive: () => now().stageAlive(),
    playing: () => now().playing(),
    showing: () => now().showing(),
    mayRenewWindow: (openForMs) => now().mayRenewWindow(openForMs),
    importBundle: (source) => now().importBundle(source),
    homecoming: () => now().homecoming(),
    tell: (note) => now().tell(note),
    screenId: () => now().screenId(),
    trouble: () => now().trouble(),
    facts: () => now().facts(),
    technicianPin: () => now().technicianPin(),
    stop: () => now().stop(),
  }
}
