/** Whether one officer may send alone, or a second one confirms. */
import type {
  NoticePolicy,
  NoticeRule,
} from '../../../../shared/contract/api/notice-orders.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { NoticePolicyRepository } from './notice-policy.repository.js'

/** What holds where nobody has said anything. */
export const DEFAULT_RULE: NoticeRule = 'one'

/**
 * The rule of the nearest area that has one, from the area itself up to the
 * root. `path` is ids from the root down to the area.
 */
export function ruleFor(
  path: readonly string[],
  said: ReadonlyMap<string, NoticeRule>,
): Omit<NoticePolicy, 'areaId'> {
  for (const areaId of [...path].reverse()) {
    const rule = said.get(areaId)
    if (rule !== undefined) return { rule, fromAreaId: areaId }
  }
  return { rule: DEFAULT_RULE, fromAreaId: null }
}

export type PolicyDeps = {
  areas: Pick<AreaRepository, 'find'>
  noticePolicies: Pick<NoticePolicyRepository, 'list'>
}

/** What this area follows. Throws area.not_found, auth.forbidden. */
export async function getNoticePolicy(
  deps: PolicyDeps,
  actor: Actor,
  areaId: string,
): Promise<NoticePolicy> {
  const path = await areaPathOf(deps, areaId)
  requireMay(actor, 'notice.read', path)
  return { areaId, ...ruleFor(path, await deps.noticePolicies.list()) }
}

type SaveDeps = PolicyDeps & {
  clock: Clock
  inTransaction: InTransaction<{
    noticePolicies: Pick<NoticePolicyRepository, 'save'>
    recordAct: RecordAct
  }>
}

/** Decides for an area and all below it that say nothing of their own. */
export async function saveNoticePolicy(
  deps: SaveDeps,
  actor: Actor,
  asked: { areaId: string; rule: NoticeRule },
): Promise<NoticePolicy> {
  const { areaId, rule } = asked
  const path = await areaPathOf(deps, areaId)
  requireMay(actor, 'notice.policy', path)
  const before = ruleFor(path, await deps.noticePolicies.list())
  const by = { at: isoNow(deps.clock), name: actor.displayName }
  await deps.inTransaction(async (tx) => {
    await tx.noticePolicies.save(areaId, rule, by)
    await tx.recordAct(actor, {
      act: 'notice.policy_changed',
      subject: { kind: 'area', id: areaId },
      areaId,
      details: { before: before.rule, after: rule },
    })
  })
  return { areaId, rule, fromAreaId: areaId }
}
