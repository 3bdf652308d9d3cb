import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import { judgeHealth } from './health.rules.js'
import type { Screen } from './screen.repository.js'

/** A screen as people see it, with its health judged now (ms). */
export function screenView(
  screen: Screen,
  seen: { areaName: string; connected: boolean; now: number },
): ScreenView {
  return {
    id: screen.id,
    settings: screen.settings,
    areaName: seen.areaName,
    health: judgeHealth({
      ...screen,
      connected: seen.connected,
      now: seen.now,
    }),
    connected: seen.connected,
    pairedAt: screen.pairedAt,
    lastSeenAt: screen.lastSeenAt,
    manifestNumber: screen.manifestNumber,
    status: screen.status,
  }
}
