import type { Log } from '../../shared/kernel/log.js'
import type { Host } from '../core/ports.js'
import type { LogKeeper } from './technician/log-keeper.js'
import type { RunCommand } from './technician/system-command.js'

export type RunOptions = {
  /** Null: a technician sets it on the glass. */
  cmsUrl: string | null
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
  /** The same for any address; goes before `proxy`. */
  proxyFor?(address: string): string | null
  /** The log as a technician takes it along. */
  logs?: LogKeeper
  /** Programs of the box, for its network and its sticks; none: it has none. */
  runCommand?: RunCommand
  /** Ends the kiosk when a technician asks. */
  leave?(): void
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
