/**
 * The real stage on a clock the test sets, with a line to the core that the
 * test holds in its hand. Bundled into the harness page.
 */
import type { Manifest } from '../../../shared/contract/manifest.js'
import type {
  StageHeartbeat,
  StageShown,
  StageState,
} from '../../../shared/contract/stage-link.js'
import { createStage } from '../../../player/stage/create-stage.js'

let tell: (state: StageState) => void = () => {}
let stop: () => void = () => {}

const harness = {
  now: 0,
  shown: [] as StageShown[],
  heartbeats: [] as StageHeartbeat[],
  onPainted: null as null | ((shown: StageShown) => void),

  start(motion = { slideMs: 600, urgentMs: 300, pageMs: 400 }): void {
    const root = document.getElementById('glass') as HTMLElement
    stop = createStage({
      root,
      clock: { now: () => harness.now },
      filesUrl: '/files',
      motion,
      link: {
        start: (onState) => {
          tell = onState
          return () => (tell = () => {})
        },
        heartbeat: (beat) => void harness.heartbeats.push(beat),
        shown: (shown) => {
          harness.shown.push(shown)
          if (shown.event !== 'painted') return
          harness.onPainted?.(shown)
        },
      },
    })
  },
  play(manifest: Manifest): void {
    harness.say({ kind: 'playing', manifest })
  },
  say(mode: StageState['mode']): void {
    tell({ clockOffsetMs: 0, screenName: 'Màn hình', link: 'online', mode })
  },
  /** Waits until something with this id is painted (again). */
  painted(id: string): Promise<StageShown> {
    return new Promise((resolve) => {
      harness.onPainted = (shown) => {
        if (shown.id === id) resolve(shown)
      }
    })
  },
  /** Jumps the clock after each painted slide, `count` times. */
  swaps(count: number, stepMs: number, dwellMs = 0): Promise<void> {
    return new Promise((resolve) => {
      let left = count
      const jump = () => {
        if (left-- <= 0) return resolve()
        harness.now += stepMs
      }
      harness.onPainted = () => void setTimeout(jump, dwellMs)
      jump()
    })
  },
  /**
   * How much of the paper shows through the slides at worst, frame by frame,
   * 0–1: a black or bare frame would be near 1.
   */
  watchBareness(): () => number {
    let worst = 0
    let running = true
    const look = () => {
      const slides = [...document.querySelectorAll('.layer')].slice(1)
      const through = slides.reduce(
        (rest, layer) => rest * (1 - Number(getComputedStyle(layer).opacity)),
        1,
      )
      worst = Math.max(worst, through)
      if (running) requestAnimationFrame(look)
    }
    look()
    return () => {
      running = false
      return worst
    }
  },
  stop(): void {
    stop()
  },
}
export type StageHarness = typeof harness

declare global {
  interface Window {
    stage: StageHarness
  }
}

window.stage = harness
