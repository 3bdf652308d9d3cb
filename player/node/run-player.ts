/*
 * A whole player on Node: builds every part and joins them. The shells start
 * this and put a window on `url`; without a shell any browser may.
 */
import { join } from 'node:path'
import { systemClock } from '../../shared/kernel/clock.js'
import type { Host } from '../core/ports.js'
import type { Log } from '../../shared/kernel/log.js'
import { startPlayer, type Player } from '../core/player.js'
import { documentStore } from './document-store.js'
import { makeFolder } from './durable-write.js'
import { openFileStore } from './file-store.js'
import { httpTransport } from './http-transport.js'
import { startLoopback } from './loopback.js'
import {
  identitySchema,
  journalSchema,
  savedStateSchema,
} from './saved-state.schema.js'
import { openWayOut } from './proxy.js'
import { servedFiles } from './served-files.js'
import { lockFolder } from './single-instance.js'
import {
  steadyClock,
  systemRandom,
  systemTimers,
  thisMachine,
  timeSynced,
} from './system-ports.js'
import { watchSticks } from './watch-sticks.js'
import { xDisplay } from './x-display.js'

export type RunningPlayer = {
  /** Where the stage is, with the token of this boot. */
  url: string
  player: Player
  stop(): Promise<void>
}

export type RunOptions = {
  cmsUrl: string
  port: number
  dataFolder: string
  /** Where the stage's page was built to. */
  pageFolder: string
  version: string
  log: Log
  reserveBytes?: number
  /** Where sticks are mounted; none: nobody looks. */
  mountFolders?: readonly string[]
  /** X display to put to sleep at night; null: none. */
  display?: string | null
  /** Address of the proxy on the way to the CMS. */
  proxy?: string | null
  /** Most that downloads may take of the line by day. */
  bytesPerSecond?: number | null
  /** Time and chance in other hands: a test's. */
  host?: Partial<
    Pick<
      Host,
      | 'timers'
      | 'display'
      | 'machineClock'
      | 'steadyClock'
      | 'random'
      | 'timeSynced'
    >
  >
}

export type RunOutcome =
  | { ok: true; running: RunningPlayer }
  | { ok: false; reason: 'already_running' | 'port_taken' }

/** Starts a player. It plays what the disk holds before it looks for the CMS. */
export async function runPlayer(options: RunOptions): Promise<RunOutcome> {
  const { dataFolder, log } = options
  await makeFolder(dataFolder)
  const unlock = await lockFolder(dataFolder)
  if (!unlock) return { ok: false, reason: 'already_running' }
  const loopback = await openLoopback(options)
  if (!loopback) {
    await unlock()
    return { ok: false, reason: 'port_taken' }
  }
  const folder = join(dataFolder, 'files')
  const files = await openFileStore(folder)
  const document = (name: string) => join(dataFolder, name)
  const player = await startPlayer({
    stores: {
      files,
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
    transport: httpTransport(
      options.cmsUrl,
      await openWayOut(options.proxy ?? null),
    ),
    stage: loopback.stage,
    display: xDisplay(options.display ?? null, log),
    timers: systemTimers,
    random: systemRandom,
    machineClock: systemClock,
    steadyClock,
    timeSynced,
    machine: thisMachine(options.version),
    log,
    cmsUrl: options.cmsUrl,
    ...(options.bytesPerSecond
      ? { bytesPerSecond: options.bytesPerSecond }
      : {}),
    ...(options.reserveBytes === undefined
      ? {}
      : { reserveBytes: options.reserveBytes }),
    ...options.host,
  })
  loopback.attach({
    file: servedFiles({
      store: files,
      pathOf: (sha256) => join(folder, sha256),
      hotFile: player.hotFile,
      playing: player.playing,
      onLost(sha256) {
        log.warn({ sha256 }, 'file lost')
        player.fileLost()
      },
    }),
    heartbeat: player.heartbeat,
    shown: player.shown,
  })
  const sticks = watchSticks({
    folders: options.mountFolders ?? [],
    screenId: player.screenId,
    importBundle: player.importBundle,
    homecoming: player.homecoming,
    tell: player.tell,
    log: log.child({ room: 'sticks' }),
  })
  return {
    ok: true,
    running: {
      url: loopback.url,
      player,
      async stop() {
        await sticks.stop()
        await player.stop()
        await loopback.stop()
        await unlock()
      },
    },
  }
}

async function openLoopback(options: RunOptions) {
  try {
    return await startLoopback({
      port: options.port,
      pageFolder: options.pageFolder,
      log: options.log.child({ room: 'loopback' }),
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return null
  }
}
