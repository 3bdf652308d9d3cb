/*
 * Lights the glass and puts it out by the manifest's hours. The stage blackens
 * or dims its page by the same function; here the display itself goes to sleep
 * where the host can do that.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import { glassLightAt } from '../../../shared/programme/power.js'
import type { DisplayPort, Timers } from '../ports.js'

const LOOK_EVERY_MS = 5000

type Deps = {
  display: DisplayPort
  timers: Timers
  clock: Clock & { isWrong(): boolean }
  effective(): Manifest | null
}

export type LightWatch = {
  /** Something changed: a notice may have to light the glass now. */
  look(): void
  stop(): void
}

/** Starts looking every few seconds. A wrong clock puts out no light. */
export function watchLight(deps: Deps): LightWatch {
  let isLit = true
  let cancel: () => void = () => {}
  const look = () => {
    const manifest = deps.effective()
    const shouldBe =
      manifest === null ||
      deps.clock.isWrong() ||
      glassLightAt(manifest, deps.clock.now()).level !== 'off'
    if (shouldBe === isLit) return
    isLit = shouldBe
    deps.display.light(isLit)
  }
  const wait = () => {
    cancel = deps.timers.after(LOOK_EVERY_MS, () => {
      look()
      wait()
    })
  }
  wait()
  return {
    look,
    stop() {
      cancel()
      // Whoever comes next finds the glass as it was.
      if (!isLit) deps.display.light(true)
    },
  }
}
