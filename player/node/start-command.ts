/*
 * What every shell's entry does first: read the arguments, start the player,
 * say where the screen is, and end cleanly when asked.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import about from '../../package.json' with { type: 'json' }
import type { Log } from '../../shared/kernel/log.js'
import { parseConfig, type PlayerConfig } from './config/config.js'
import { readEnv } from './config/env.js'
import { openLog } from './json-log.js'
import { MOUNT_FOLDERS } from './watch-sticks.js'
import { createLogKeeper } from './technician/log-keeper.js'
import { runCommand } from './technician/system-command.js'
import { runPlayer, type RunningPlayer } from './run-player.js'

export type Started = {
  config: PlayerConfig
  log: Log
  running: RunningPlayer
}

/** The configuration, or null after saying on stderr what is wrong with it. */
export function readConfig(args: readonly string[]): PlayerConfig | null {
  const parsed = parseConfig(args, readEnv())
  if (parsed.ok) return parsed.config
  for (const { name, problem } of parsed.problems)
    complain(`${name} ${problem}`)
  return null
}

/**
 * Starts the player and prints `Screen ready: <url>` once its page answers.
 * Null, with one line on stderr, when it cannot start.
 */
export async function startCommand(
  config: PlayerConfig,
  kiosk: { leave?(): void } = {},
): Promise<Started | null> {
  const logs = createLogKeeper(join(config.dataFolder, 'logs'))
  const { log } = await openLog(config.logLevel, logs)
  const outcome = await runPlayer({
    ...config,
    mountFolders: MOUNT_FOLDERS,
    pageFolder: pageFolder(),
    version: about.version,
    log,
    logs,
    runCommand,
    ...kiosk,
  })
  if (!outcome.ok) {
    if (outcome.reason === 'port_taken')
      complain(`BANGTIN_SCREEN_PORT ${config.port} is taken by another program`)
    else
      complain(`BANGTIN_DATA ${config.dataFolder}: a player already runs there`)
    return null
  }
  process.stdout.write(`Screen ready: ${outcome.running.url}\n`)
  return { config, log, running: outcome.running }
}

/** Runs `stop` once at the first signal; a second one ends at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}

/** Beside the bundle; in the sources, where the build puts it. */
function pageFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const beside = join(here, 'stage')
  if (existsSync(join(beside, 'stage.js'))) return beside
  return join(here, '..', '..', 'dist', 'player', 'stage')
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
