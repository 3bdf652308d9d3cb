import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '../node/config/env.js'
import { keepWindow } from '../node/keep-window.js'
import {
  readConfig,
  startCommand,
  stopOnSignals,
} from '../node/start-command.js'
import {
  steadyClock,
  systemRandom,
  systemTimers,
} from '../node/system-ports.js'
import { tellWatchdog } from '../node/system-watchdog.js'
import { findChromium } from './find-chromium.js'
import { openKiosk } from './open-kiosk.js'

const env = readEnv()
const config = readConfig(process.argv.slice(2))
if (!config) process.exit(2)
const browser = findChromium(env['PATH'] ?? '')
if (!browser) {
  process.stderr.write('--shell chromium: no Chromium on this machine\n')
  process.exit(2)
}
let leave: () => void = () => {}
const started = await startCommand(config, { leave: () => leave() })
if (!started) process.exit(2)
const { running, log } = started

const closeWindow = keepWindow({
  open: () =>
    openKiosk({
      browser,
      url: running.url,
      profileFolder: join(config.dataFolder, 'chromium'),
      display: config.display,
      env,
    }),
  isAlive: running.player.stageAlive,
  mayRenew: running.player.mayRenewWindow,
  clock: steadyClock,
  timers: systemTimers,
  random: systemRandom,
  log: log.child({ room: 'chromium' }),
})
const stopTelling = tellWatchdog(env, systemTimers)
const stop = async () => {
  stopTelling()
  await closeWindow()
  await running.stop()
}
stopOnSignals(stop)
leave = () => {
  // The box's own starter looks for this word and does not start us again
  // before the next boot; without one, ending is all there is to do.
  const left = env['RUNTIME_DIRECTORY']
  if (left) writeFileSync(join(left, 'left'), '')
  stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}
