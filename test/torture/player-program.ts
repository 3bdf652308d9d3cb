/*
 * The player that is tortured: the real core, disk, sockets and loopback page,
 * in a process of its own that can be killed. Only time runs differently: its
 * waits are shortened, and its machine clock is set by whoever started it.
 */
import { silentLog } from '../../shared/kernel/log.js'
import { runPlayer } from '../../player/node/run-player.js'
import { plantDiskFaults, setDiskFault, type DiskFault } from './disk-faults.js'

export type PlayerOrder = { clockJumpMs?: number; disk?: DiskFault }

const [dataFolder = '', cmsUrl = '', jump = '0', speed = '1', disk = 'none'] =
  process.argv.slice(2)
let clockJumpMs = Number(jump)
const faster = Number(speed)

plantDiskFaults(dataFolder)
setDiskFault(disk as DiskFault)
process.on('message', (order: PlayerOrder) => {
  if (order.clockJumpMs !== undefined) clockJumpMs = order.clockJumpMs
  if (order.disk !== undefined) setDiskFault(order.disk)
})
process.on('disconnect', () => process.exit(0))

const outcome = await runPlayer({
  cmsUrl,
  port: 0,
  dataFolder,
  pageFolder: dataFolder,
  version: '0.0.0',
  log: silentLog,
  reserveBytes: 0,
  host: {
    machineClock: { now: () => Date.now() + clockJumpMs },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms / faster)
        return () => clearTimeout(timer)
      },
    },
  },
})
if (!outcome.ok) process.exit(3)
process.send?.({ ready: outcome.running.url })
