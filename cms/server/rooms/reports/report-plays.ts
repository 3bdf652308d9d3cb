import type {
  PlayReport,
  PlayReportQuery,
} from '../../../../shared/contract/api/reports.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { areasWhere, requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { daysOf, longestRun } from './play-days.rules.js'
import type { PlayRepository } from './play.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list' | 'listBelow'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  plays: PlayRepository
  clock: Clock
}

const MOST_ROWS = 2000
const NOTHING = { showings: 0, seconds: 0, screens: 0 }

/**
 * What the screens of the areas one serves really showed: their own counters
 * of painted slides, never the plan. A screen that has not reported yet is
 * missing until it does. Throws area.not_found, auth.forbidden.
 */
export async function reportPlays(
  deps: Deps,
  actor: Actor,
  query: PlayReportQuery,
): Promise<PlayReport> {
  const areaIds = await askedAreas(deps, actor, query.areaId)
  const { from, until, by, category } = query
  const span = { from, until, category, areaIds }
  const days = await deps.plays.daysBy(by, span)
  const sums = await deps.plays.sumBy(by, span)
  const rows = sums
    .map((sum) => {
      const shown = days.get(sum.id) ?? []
      return { ...sum, days: shown.length, longestRun: longestRun(shown) }
    })
    .sort((a, b) => b.seconds - a.seconds || (a.id < b.id ? -1 : 1))
  const byDay = await deps.plays.sumByDay(span)
  return {
    from,
    until,
    by,
    screensNow: await countScreens(deps, areaIds),
    total: await deps.plays.sumAll(span),
    byDay: daysOf(from, until).map((day) => ({
      day,
      ...(byDay.get(day) ?? NOTHING),
    })),
    rows: rows.slice(0, MOST_ROWS),
    rowCount: rows.length,
  }
}

/** Null: everywhere. */
async function askedAreas(
  deps: Deps,
  actor: Actor,
  areaId: string | undefined,
): Promise<string[] | null> {
  if (areaId !== undefined) {
    const tree = await loadAreaTree(deps)
    if (!tree.find(areaId)) throw new AppError('area.not_found', { areaId })
    requireMay(actor, 'report.read', tree.pathOf(areaId))
    return idsOf(await deps.areas.listBelow([areaId]))
  }
  const tops = areasWhere(actor, 'report.read')
  return tops === 'everywhere' ? null : idsOf(await deps.areas.listBelow(tops))
}

function idsOf(areas: readonly { id: string }[]): string[] {
  return areas.map(({ id }) => id)
}

async function countScreens(
  deps: Pick<Deps, 'screens'>,
  areaIds: readonly string[] | null,
): Promise<number> {
  const within = areaIds === null ? null : new Set(areaIds)
  const screens = await deps.screens.listPlaced()
  return screens.filter(
    (screen) =>
      screen.revokedAt === null && (within?.has(screen.areaId) ?? true),
  ).length
}
