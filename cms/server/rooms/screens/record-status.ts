import type { AsRun } from '../../../../shared/contract/receipt.js'
import type { ScreenStatus } from '../../../../shared/contract/screen-link.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Announcer } from './announcer.port.js'
import type { AsRunRepository } from './as-run.repository.js'
import { judgeHealth } from './health.rules.js'
import type { Screen, ScreenRepository } from './screen.repository.js'

type Deps = {
  screens: Pick<ScreenRepository, 'saveStatus' | 'saveSeen' | 'find'>
  asRun: Pick<AsRunRepository, 'save'>
  announcer: Pick<Announcer, 'tellConsoles'>
  clock: Clock
}

/**
 * Keeps what a screen says of itself and of what it showed. Consoles are told
 * only when a person would see a difference in the list.
 */
export async function recordStatus(
  deps: Deps,
  screen: Screen,
  report: { status?: ScreenStatus | undefined; asRun?: AsRun[] | undefined },
): Promise<void> {
  const now = deps.clock.now()
  const seenAt = new Date(now).toISOString()
  if (report.asRun) await deps.asRun.save(screen.id, mergeHours(report.asRun))
  if (!report.status) {
    await deps.screens.saveSeen(screen.id, seenAt)
    return
  }
  const before = await deps.screens.find(screen.id)
  await deps.screens.saveStatus(screen.id, report.status, seenAt)
  const view = (status: ScreenStatus | null, lastSeenAt: string | null) =>
    `${status?.manifestNumber} ${judgeHealth({
      revokedAt: null,
      connected: false,
      lastSeenAt,
      status,
      manifestNumber: before?.manifestNumber ?? screen.manifestNumber,
      now,
    })}`
  const was = view(before?.status ?? null, before?.lastSeenAt ?? null)
  if (was !== view(report.status, seenAt))
    deps.announcer.tellConsoles('screens:changed', screen.id)
}

/** One line per release and hour, the largest: one statement takes each once. */
function mergeHours(counts: readonly AsRun[]): AsRun[] {
  const merged = new Map<string, AsRun>()
  for (const count of counts) {
    const key = `${count.releaseId} ${count.hour}`
    const other = merged.get(key)
    if (!other || other.showings < count.showings) merged.set(key, count)
  }
  return [...merged.values()]
}
