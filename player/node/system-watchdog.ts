import { spawn } from 'node:child_process'
import type { Timers } from '../core/ports.js'

type Env = Readonly<Record<string, string | undefined>>

/**
 * How often systemd wants to hear of us, in ms: a third of its patience. Null
 * when it does not watch us.
 */
export function watchdogEveryMs(env: Env): number | null {
  const patience = Number(env['WATCHDOG_USEC'])
  if (!env['NOTIFY_SOCKET'] || !(patience > 0)) return null
  return Math.floor(patience / 1000 / 3)
}

/**
 * Tells systemd that the core still runs: a core that hangs tells nothing and
 * is started anew. By `systemd-notify`, because Node speaks no datagrams on
 * Unix sockets.
 */
export function tellWatchdog(env: Env, timers: Timers): () => void {
  const every = watchdogEveryMs(env)
  if (every === null) return () => {}
  let cancel: () => void = () => {}
  const tell = () => {
    const child = spawn('systemd-notify', ['WATCHDOG=1'], { stdio: 'ignore' })
    // Without that program systemd restarts us, which the journal explains.
    child.once('error', () => {})
    cancel = timers.after(every, tell)
  }
  tell()
  return () => cancel()
}
