import { join } from 'node:path'
import { systemClock } from '../../../shared/kernel/clock.js'
import type { ContentStore } from '../../core/ports.js'
import type { KeptCore } from '../keep-core.js'
import type { RunOptions } from '../run-options.js'
import { steadyClock, systemRandom, thisMachine } from '../system-ports.js'
import type { BoxSetupStore } from './box-setup.js'
import { networkManager } from './box-network.js'
import { createPinGate } from './pin-gate.js'
import { ejectStick, mountedUnder } from './sticks.js'
import type { RunCommand } from './system-command.js'
import { createTechnicianDesk, type TechnicianDesk } from './technician-desk.js'

type Parts = {
  core: KeptCore
  setup: BoxSetupStore
  files: Pick<ContentStore, 'freeBytes'>
  /** Resolves once the box has a PIN of its own. */
  pinMade: Promise<void>
}

/** A box that lets us run nothing. */
const noCommand: RunCommand = async () => ({
  ok: false,
  missing: true,
  detail: 'no programs',
})

/** The technician's desk of this machine. */
export function openDesk(options: RunOptions, parts: Parts): TechnicianDesk {
  const { core, setup, files, pinMade } = parts
  const run = options.runCommand ?? noCommand
  return createTechnicianDesk({
    gate: createPinGate({
      steadyClock,
      async pinHash() {
        await pinMade
        return core.player.technicianPin() ?? setup.get().pin
      },
    }),
    player: core.player,
    machine: thisMachine(options.version),
    clock: systemClock,
    random: systemRandom,
    setup,
    startedWith: options.cmsUrl,
    transportTo: core.transportTo,
    network: networkManager(run),
    logs: options.logs ?? null,
    logFolder: join(options.dataFolder, 'logs'),
    sticks: () => mountedUnder(options.mountFolders ?? []),
    ejectStick: (folder) => ejectStick(run, folder),
    freeBytes: files.freeBytes,
    restart: core.restart,
    leave: options.leave,
    log: options.log.child({ room: 'technician' }),
  })
}
