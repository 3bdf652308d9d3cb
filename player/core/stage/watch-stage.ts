/*
 * What the stage says comes back as proof: it lives, what is painted, what
 * ended. The words are parsed like those of any other process.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import {
  stageHeartbeatSchema,
  stageShownSchema,
  type StageHeartbeat,
  type StageShown,
} from '../../../shared/contract/stage-link.js'
import type { Keeper } from '../keep-document.js'
import type { Journal } from '../saved-state.js'
import { sayWord, type WordDeps } from '../programme/notice-words.js'
import { countShowing } from './as-run.js'

/**
 * A stage that has said nothing for this long is dead to us. It speaks twice a
 * second; with it a window is back on the right slide within five.
 */
export const STAGE_DEAD_MS = 2500

export type StageWatch = {
  /** False when it was not a heartbeat. */
  heartbeat(payload: unknown): boolean
  shown(payload: unknown): Promise<boolean>
  last(): StageHeartbeat | null
  isAlive(): boolean
}

type Deps = WordDeps & {
  journal: Keeper<Journal>
  effective(): Manifest | null
  steadyClock: Clock
  log: Log
  /** What the stage shows has changed; the status is worth sending. */
  onChange(): void
}

/** Watches one stage. The counters reach the disk with the journal. */
export function createStageWatch(deps: Deps): StageWatch {
  let last: StageHeartbeat | null = null
  let heardAt = Number.NEGATIVE_INFINITY
  const isAlive = () => deps.steadyClock.now() - heardAt < STAGE_DEAD_MS

  return {
    last: () => last,
    isAlive,
    heartbeat(payload) {
      const parsed = stageHeartbeatSchema.safeParse(payload)
      if (!parsed.success) return false
      const changed =
        !isAlive() || last?.showing?.slide !== parsed.data.showing?.slide
      last = parsed.data
      heardAt = deps.steadyClock.now()
      if (changed) deps.onChange()
      return true
    },
    async shown(payload) {
      const parsed = stageShownSchema.safeParse(payload)
      if (!parsed.success) return false
      if (parsed.data.kind === 'notice') await noticeShown(deps, parsed.data)
      if (parsed.data.kind === 'item') await itemShown(deps, parsed.data)
      return true
    },
  }
}

/** `ended` of a notice slide is not the notice's end: slides alternate. */
async function noticeShown(deps: Deps, shown: StageShown): Promise<void> {
  if (shown.event === 'ended') return
  const versions = (deps.effective()?.notices ?? [])
    .filter((n) => n.id === shown.id)
    .sort((a, b) => b.version - a.version)
  const notice =
    versions.find((n) => n.slides.some((s) => s.sha256 === shown.slide)) ??
    versions[0]
  if (!notice) return
  const slide = shown.slide === undefined ? {} : { slide: shown.slide }
  const at = Date.parse(shown.at)
  if (shown.event === 'painted') {
    await sayWord(deps, { notice, state: 'shown', at, ...slide })
    return
  }
  deps.log.warn({ noticeId: notice.id, reason: shown.reason }, 'notice failed')
  const reason = 'not_painted'
  await sayWord(deps, { notice, state: 'failed', at, reason, ...slide })
}

async function itemShown(deps: Deps, shown: StageShown): Promise<void> {
  if (shown.event === 'failed')
    deps.log.warn({ id: shown.id, reason: shown.reason }, 'slide failed')
  if (shown.event !== 'ended') return
  const item = deps.effective()?.items.find((i) => i.id === shown.id)
  if (!item) return
  const showing = {
    releaseId: item.releaseId,
    endedAt: Date.parse(shown.at),
    seconds: shown.seconds ?? 0,
  }
  deps.journal.note((now) => ({
    ...now,
    asRun: countShowing(now.asRun, showing),
  }))
}
