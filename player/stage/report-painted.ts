/*
 * "Shown" is a word an official relies on, so it is said only after the
 * browser has really presented the slide: two animation frames of a visible
 * page after it was put on the glass.
 */
import type { StageShown } from '../../shared/contract/stage-link.js'
import type { OnGlass } from './on-glass.js'

export type Showing = {
  what: OnGlass
  /** When it was put on the glass, trusted ms. */
  since: number
  /** Null until two frames were presented. */
  paintedAt: number | null
}

export type ShownReporter = {
  /** Says `painted` as soon as it is true, unless `ended` came before. */
  begun(showing: Showing): void
  ended(showing: Showing): void
  failed(what: OnGlass, reason: string): void
}

/** `now` is trusted time; `tell` must not throw. */
export function createShownReporter(
  now: () => number,
  tell: (shown: StageShown) => void,
): ShownReporter {
  const over = new WeakSet<Showing>()
  const say = (
    what: OnGlass,
    at: number,
    rest: Pick<StageShown, 'event' | 'seconds' | 'reason'>,
  ) => {
    const { kind, id, sha256: slide } = what
    tell({ kind, id, slide, at: new Date(at).toISOString(), ...rest })
  }
  return {
    begun(showing) {
      afterTwoFrames(() => {
        if (over.has(showing)) return
        showing.paintedAt = now()
        say(showing.what, showing.paintedAt, { event: 'painted' })
      })
    },
    ended(showing) {
      over.add(showing)
      const at = now()
      if (showing.paintedAt === null) {
        return say(showing.what, at, { event: 'failed', reason: 'not_painted' })
      }
      const seconds = Math.max(0, (at - showing.since) / 1000)
      say(showing.what, at, { event: 'ended', seconds })
    },
    failed(what, reason) {
      say(what, now(), { event: 'failed', reason: reason.slice(0, 200) })
    },
  }
}

/** Animation frames do not come while the page is hidden: neither does this. */
function afterTwoFrames(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}
