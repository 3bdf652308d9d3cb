/** Screen by screen: who has what was released, and who lacks its recall. */
import type {
  BulletinDelivery,
  ScreenArrival,
} from '../../../../shared/contract/api/bulletin-history.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { affectedScreens } from './affected-screens.js'
import type { ManifestRepository } from './manifest.repository.js'
import type { RecallRepository } from './recall.repository.js'

export type ArrivalDeps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listPlaced' | 'listByIds'>
  manifests: Pick<ManifestRepository, 'listCarrying'>
  clock: Clock
}
type Deps = ArrivalDeps & {
  areas: Pick<AreaRepository, 'find' | 'list'>
  bulletins: Pick<BulletinRepository, 'get'>
  releases: Pick<ReleaseRepository, 'findLive' | 'findLast'>
  recalls: Pick<RecallRepository, 'findOf' | 'listCarried'>
}

/** Throws bulletin.not_found, auth.forbidden. */
export async function listDelivery(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<BulletinDelivery> {
  const bulletin = await deps.bulletins.get(id)
  const path = await areaPathOf(deps, bulletin.ownerAreaId)
  requireMay(actor, 'bulletin.read', path)
  const live = await deps.releases.findLive(id)
  return {
    release: live ? await releaseArrivals(deps, live) : [],
    recall: await recallArrivals(deps, id),
  }
}

/** Every screen of a release; those that have to wait for it first. */
export async function releaseArrivals(
  deps: ArrivalDeps,
  release: {
    id: string
    audience: Parameters<typeof affectedScreens>[1][number]
  },
): Promise<ScreenArrival[]> {
  const ids = await affectedScreens(deps, [release.audience])
  const screens = await deps.screens.listByIds(ids)
  const reported = new Map(
    screens.flatMap(({ id, status }) =>
      status ? [[id, status.manifestNumber] as const] : [],
    ),
  )
  const ready = new Set(await deps.manifests.listCarrying(release.id, reported))
  return arrivals(deps, screens, (screenId) => ready.has(screenId))
}

async function recallArrivals(
  deps: Deps,
  bulletinId: string,
): Promise<BulletinDelivery['recall']> {
  const last = await deps.releases.findLast(bulletinId)
  if (last?.endedAs !== 'withdrawn') return null
  const recall = await deps.recalls.findOf(last.id)
  if (!recall) return null
  const carried = await deps.recalls.listCarried(recall.id)
  const screens = await deps.screens.listByIds([...carried.keys()])
  const played = new Map(
    screens.map(({ id, status }) => [id, status?.manifestNumber ?? 0]),
  )
  const { issuedAt, closedAt } = recall
  return {
    issuedAt,
    closedAt,
    screens: await arrivals(
      deps,
      screens.filter(({ revokedAt }) => revokedAt === null),
      (id) => {
        const first = carried.get(id)
        return first != null && (played.get(id) ?? 0) >= first
      },
    ),
  }
}

async function arrivals(
  deps: ArrivalDeps,
  screens: Awaited<ReturnType<ScreenRepository['listByIds']>>,
  has: (screenId: string) => boolean,
): Promise<ScreenArrival[]> {
  const tree = await loadAreaTree(deps)
  return screens
    .map((screen) => ({
      screenId: screen.id,
      name: screen.settings.name,
      areaName: tree.nameOf(screen.areaId),
      has: has(screen.id),
      lastSeenAt: screen.lastSeenAt,
    }))
    .sort((a, b) => Number(a.has) - Number(b.has))
}
