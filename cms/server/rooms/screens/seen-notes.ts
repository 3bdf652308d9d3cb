import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Log } from '../../../../shared/kernel/log.js'
import type { Screen, ScreenRepository } from './screen.repository.js'

type Deps = {
  screens: Pick<ScreenRepository, 'saveSeen'>
  clock: Clock
  log: Log
}

/** A request is worth a write only so often; health thinks in minutes. */
const NOTE_EVERY_MS = 30_000

/** Notes that a screen was heard over HTTP, at most every half minute each. */
export function createSeenNotes(deps: Deps): (screen: Screen) => void {
  const noted = new Map<string, number>()
  return (screen) => {
    const now = deps.clock.now()
    if (now - (noted.get(screen.id) ?? -Infinity) < NOTE_EVERY_MS) return
    noted.set(screen.id, now)
    deps.screens
      .saveSeen(screen.id, new Date(now).toISOString())
      .catch((error: unknown) =>
        deps.log.warn({ err: error, screenId: screen.id }, 'screen not noted'),
      )
  }
}
