import type { Clock } from '../../../shared/kernel/clock.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type {
  ClockSource,
  NetTrouble,
  ScreenStatus,
  StorageHealth,
} from '../../../shared/contract/screen-link.js'
import type { StageHeartbeat } from '../../../shared/contract/stage-link.js'
import { PROTOCOL_VERSION } from '../../../shared/contract/version.js'
import type { ContentStore, Machine } from '../ports.js'
import type { RefusalEntry } from './refusals.js'
import type { SyncStatus } from './sync-loop.js'

export type StatusFacts = {
  clock: Clock & { offsetMs(): number; source(): ClockSource }
  storage: StorageHealth
  trouble: NetTrouble | null
  machine: Machine
  files: Pick<ContentStore, 'freeBytes'>
  manifest: Manifest | null
  stage: { last: StageHeartbeat | null; alive: boolean }
  sync: SyncStatus
  refusals: RefusalEntry[]
}

/** What this screen is doing, as of now. */
export async function buildStatus(facts: StatusFacts): Promise<ScreenStatus> {
  const { last, alive } = facts.stage
  return {
    protocol: PROTOCOL_VERSION,
    at: new Date(facts.clock.now()).toISOString(),
    playerVersion: facts.machine.version,
    manifestNumber: facts.manifest?.number ?? 0,
    showing: alive ? (last?.showing ?? null) : null,
    stageAlive: alive,
    sync: facts.sync,
    refusals: facts.refusals,
    width: last?.width ?? 0,
    height: last?.height ?? 0,
    orientation:
      facts.manifest?.screen.orientation ??
      (last && last.height > last.width ? 'portrait' : 'landscape'),
    clockOffsetMs: facts.clock.offsetMs(),
    uptimeSeconds: facts.machine.uptimeSeconds(),
    memoryBytes: facts.machine.memoryBytes(),
    diskFreeBytes: await facts.files.freeBytes(),
    storage: facts.storage,
    clockSource: facts.clock.source(),
    ...(facts.trouble ? { lastTrouble: facts.trouble } : {}),
  }
}
