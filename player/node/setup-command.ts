/**
 * `node setup.mjs --data <folder> [--new-pin]`: what the installer runs. Makes
 * the technician's PIN of this box and prints it, once; a box that has one is
 * left as it is.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { silentLog } from '../../shared/kernel/log.js'
import { makeFolder } from './durable-write.js'
import { openBoxSetup } from './technician/box-setup.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: './data' },
    'new-pin': { type: 'boolean', default: false },
  },
})
const folder = resolve(values.data, 'player')
await makeFolder(folder)
const setup = await openBoxSetup(folder, silentLog)
if (setup.get().pin === null || values['new-pin']) {
  const { pin, stored } = await setup.makePin()
  if (stored.ok) process.stdout.write(`${pin}\n`)
  else {
    process.stderr.write(`setup.json: ${stored.detail}\n`)
    process.exitCode = 1
  }
}
