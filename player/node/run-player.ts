/*
 * A whole player on Node: builds every part and joins them. The shells start
 * this and put a window on `url`; without a shell any browser may.
 */
import { join } from 'node:path'
import { type Player } from '../core/player.js'
import { makeFolder } from './durable-write.js'
import { openFileStore } from './file-store.js'
import { keepCore } from './keep-core.js'
import { startLoopback } from './loopback.js'
import { servedFiles } from './served-files.js'
import { lockFolder } from './single-instance.js'
import { openDesk } from './technician/open-desk.js'
import { ensurePin, openBoxSetup } from './technician/box-setup.js'
import type { RunOptions } from './run-options.js'
import { watchSticks } from './watch-sticks.js'

export type RunningPlayer = {
  /** Where the stage is, with the token of this boot. */
  url: string
  /** Whichever core runs now; a technician may have started it anew. */
  player: Player
  stop(): Promise<void>
}

export type { RunOptions }

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
  const setup = await openBoxSetup(dataFolder, log)
  const core = await keepCore(options, { files, setup, stage: loopback.stage })
  const { player } = core
  const pinMade = ensurePin(setup, dataFolder, log)
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
    technician: openDesk(options, { core, setup, files, pinMade }),
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
        await pinMade
        await core.stop()
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
