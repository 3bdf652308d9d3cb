import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { affectedScreens } from './affected-screens.js'
import type { ManifestRepository } from './manifest.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listPlaced' | 'listByIds'>
  releases: Pick<ReleaseRepository, 'findLive'>
  manifests: Pick<ManifestRepository, 'listCarrying'>
  clock: Clock
}

/**
 * Where the live release of a bulletin has arrived: screens count as ready
 * when the manifest they say they play carries it.
 */
export async function bulletinDelivery(
  deps: Deps,
  bulletinId: string,
): Promise<BulletinView['delivery']> {
  const release = await deps.releases.findLive(bulletinId)
  if (!release) return { screens: 0, ready: 0 }
  const ids = await affectedScreens(deps, [release.audience])
  const screens = await deps.screens.listByIds(ids)
  const reported = new Map(
    screens.flatMap(({ id, status }) =>
      status ? [[id, status.manifestNumber] as const] : [],
    ),
  )
  const ready = await deps.manifests.listCarrying(release.id, reported)
  return { screens: ids.length, ready: ready.length }
}
