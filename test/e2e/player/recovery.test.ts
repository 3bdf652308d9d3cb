/* The real watchdog on the real browser: what dies comes back within seconds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { openKiosk } from '../../../player/chromium/open-kiosk.js'
import { keepWindow } from '../../../player/node/keep-window.js'
import {
  steadyClock,
  systemRandom,
  systemTimers,
} from '../../../player/node/system-ports.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { onGlassAt } from '../../../player/stage/on-glass.js'
import { chromiumPath } from '../../support/browser.js'
import { waitFor } from '../../support/wait-for.js'
import { CmsDouble } from '../../integration/player/cms-double.js'
import {
  newFolder,
  pairByHand,
  removeFolder,
  startTestPlayer,
  type TestPlayer,
} from '../../integration/player/player-on-node.js'

/** Processes whose command line holds both, by /proc. */
function processes(...words: string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return words.every((word) => line.includes(word))
      } catch {
        // It has just ended.
        return false
      }
    })
    .map(Number)
}

describe('a window that dies', () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer
  let closeWindow: () => Promise<void>
  const profile = () => join(folder, 'chromium')

  before(async function () {
    if (process.platform !== 'linux') this.skip()
    cms = await CmsDouble.start()
    folder = await newFolder()
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(2))
    player = await startTestPlayer(folder, cms.url, {
      pageFolder: 'dist/player/stage',
    })
    closeWindow = keepWindow({
      open: () =>
        openKiosk({
          browser: chromiumPath(),
          url: player.running.url,
          profileFolder: profile(),
          display: null,
          env: process.env,
          moreFlags: ['--headless=new', '--disable-gpu'],
        }),
      isAlive: player.running.player.stageAlive,
      clock: steadyClock,
      timers: systemTimers,
      random: systemRandom,
      log: silentLog,
    })
    await waitFor(isRight, 60_000)
  })
  after(async () => {
    await closeWindow?.()
    await player?.stop()
    await cms?.stop()
    await removeFolder(folder)
  })

  /** The page says that it shows what the pure function says. */
  async function isRight(): Promise<boolean> {
    const manifest = player.running.player.playing()
    const showing = player.running.player.showing()
    if (!manifest || !showing) return false
    return showing.id === onGlassAt(manifest, Date.now()).id
  }
  const recovery = async (harm: () => void) => {
    const began = performance.now()
    harm()
    await waitFor(() => !player.running.player.showing(), 20_000)
    await waitFor(isRight, 30_000)
    return performance.now() - began
  }
  // The promise is five seconds on a box that does nothing else.
  const MOST_MS = 12_000

  it('is back after its page has crashed', async () => {
    const took = await recovery(() => {
      for (const pid of processes('--type=renderer', profile()))
        process.kill(pid, 'SIGKILL')
    })
    expect(took).to.be.below(MOST_MS)
  }).timeout(90_000)

  it('is back after its page has hung', async () => {
    const took = await recovery(() => {
      for (const pid of processes('--type=renderer', profile()))
        process.kill(pid, 'SIGSTOP')
    })
    expect(took).to.be.below(MOST_MS)
  }).timeout(90_000)

  it('is back after the whole browser has gone', async () => {
    const took = await recovery(() => {
      for (const pid of processes(profile())) process.kill(pid, 'SIGKILL')
    })
    expect(took).to.be.below(MOST_MS)
  }).timeout(90_000)
})
