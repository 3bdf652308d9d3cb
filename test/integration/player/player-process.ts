/* A player in a process of its own, so that it can be killed. */
import { silentLog } from '../../../shared/kernel/log.js'
import { runPlayer } from '../../../player/node/run-player.js'

const [dataFolder = '', cmsUrl = ''] = process.argv.slice(2)
const outcome = await runPlayer({
  cmsUrl,
  port: 0,
  dataFolder,
  pageFolder: dataFolder,
  version: '0.0.0',
  log: silentLog,
  reserveBytes: 0,
})
process.stdout.write(outcome.ok ? `ready ${outcome.running.url}\n` : 'taken\n')
if (!outcome.ok) process.exit(3)
