import type { z } from 'zod'
import type {
  NoticeReachView,
  noticeReachSchema,
} from '../../../../shared/contract/api/notice-orders.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import {
  screensInReach,
  type AudienceDeps,
} from '../bulletins/check-audience.js'
import type { Announcer } from '../screens/announcer.port.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { ruleFor, type PolicyDeps } from './notice-policy.js'

type Deps = AudienceDeps &
  PolicyDeps & {
    areas: Pick<AreaRepository, 'find' | 'list'>
    screens: Pick<ScreenRepository, 'listPlaced' | 'listByIds'>
    announcer: Pick<Announcer, 'connected'>
  }

/**
 * The exact screens a notice would reach, those that are off first, because
 * somebody has to call there. Throws area.not_found, auth.forbidden.
 */
export async function noticeReach(
  deps: Deps,
  actor: Actor,
  asked: z.output<typeof noticeReachSchema>,
): Promise<NoticeReachView> {
  const path = await areaPathOf(deps, asked.ownerAreaId)
  requireMay(actor, 'notice.send', path)
  const audience = { ...asked.audience, groupsWithin: asked.ownerAreaId }
  const reached = await screensInReach(deps, actor, audience, 'notice.send')
  const ids = reached.map(({ id }) => id)
  const tree = await loadAreaTree(deps)
  const connected = await deps.announcer.connected(ids)
  const byName = new Intl.Collator('vi')
  const screens = (await deps.screens.listByIds(ids))
    .map((screen) => ({
      id: screen.id,
      name: screen.settings.name,
      areaId: screen.areaId,
      areaName: tree.nameOf(screen.areaId),
      connected: connected.has(screen.id),
    }))
    .sort(
      (a, b) =>
        Number(a.connected) - Number(b.connected) ||
        byName.compare(a.areaName, b.areaName) ||
        byName.compare(a.name, b.name),
    )
  const { rule } = ruleFor(path, await deps.noticePolicies.list())
  return {
    screens,
    counts: { screens: screens.length, on: connected.size },
    rule,
  }
}
