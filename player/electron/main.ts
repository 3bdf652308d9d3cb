/*
 * The Electron shell: one kiosk window on the core's loopback page. Everything
 * that can be decided without Electron is decided in the files beside this.
 */
import { app, BrowserWindow, Menu, powerSaveBlocker, session } from 'electron'
import { keepWindow } from '../node/keep-window.js'
import {
  readConfig,
  startCommand,
  stopOnSignals,
  type Started,
} from '../node/start-command.js'
import {
  steadyClock,
  systemRandom,
  systemTimers,
} from '../node/system-ports.js'
import { ownArguments, withDataFolder } from './own-arguments.js'
import { guardContents, guardSession } from './guard.js'
import { openWindow, windowOptions } from './window.js'

async function run(): Promise<void> {
  const own = ownArguments(process.argv, app.isPackaged)
  const folder = app.isPackaged ? app.getPath('userData') : null
  const config = readConfig(withDataFolder(own, folder))
  if (!config) return app.exit(2)
  // The default session's cache is of no use: files are named by content.
  app.commandLine.appendSwitch('disable-http-cache')
  app.enableSandbox()
  await app.whenReady()
  const started = await startCommand(config, { leave: () => app.quit() })
  if (!started) return app.exit(2)
  const close = showStage(started)
  const stop = async () => {
    await close()
    await started.running.stop()
  }
  stopOnSignals(stop)
  // Windows come and go under the watchdog; the app stays.
  app.on('window-all-closed', () => {})
  app.once('before-quit', (event) => {
    event.preventDefault()
    void stop().finally(() => app.exit(0))
  })
}

function showStage({ running, log }: Started): () => Promise<void> {
  const { origin } = new URL(running.url)
  Menu.setApplicationMenu(null)
  powerSaveBlocker.start('prevent-display-sleep')
  if (app.isPackaged) app.setLoginItemSettings({ openAtLogin: true })
  guardSession(session.defaultSession, origin)
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, origin),
  )
  return keepWindow({
    open: () =>
      openWindow(
        new BrowserWindow(windowOptions()),
        running.url,
        systemTimers.after,
      ),
    isAlive: running.player.stageAlive,
    mayRenew: running.player.mayRenewWindow,
    clock: steadyClock,
    timers: systemTimers,
    random: systemRandom,
    log: log.child({ room: 'electron' }),
  })
}

if (app.requestSingleInstanceLock()) void run()
else app.exit(0)
