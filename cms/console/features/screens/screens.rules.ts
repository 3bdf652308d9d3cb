import type {
  ScreenHealth,
  ScreenView,
} from '../../../../shared/contract/api/screens.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'

/** The order in which a person should look; a revoked one needs nobody. */
const ORDER: readonly ScreenHealth[] = [
  'offline',
  'stage_dead',
  'refusing',
  'outdated',
  'syncing',
  'ok',
  'revoked',
]

/** Faults first, then by name; `search` needs no accents. */
export function screensToShow(
  screens: readonly ScreenView[],
  search: string,
): ScreenView[] {
  const wanted = foldVietnamese(search)
  return screens
    .filter((screen) =>
      foldVietnamese(`${screen.settings.name} ${screen.areaName}`).includes(
        wanted,
      ),
    )
    .sort(
      (a, b) =>
        ORDER.indexOf(a.health) - ORDER.indexOf(b.health) ||
        byName.compare(a.settings.name, b.settings.name),
    )
}

const byName = new Intl.Collator('vi')

/** How many are in each state, in the order above, none left out empty. */
export function countByHealth(
  screens: readonly ScreenView[],
): { health: ScreenHealth; count: number }[] {
  return ORDER.map((health) => ({
    health,
    count: screens.filter((screen) => screen.health === health).length,
  })).filter(({ count }) => count > 0)
}
