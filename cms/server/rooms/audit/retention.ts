import type {
  AuditRetention,
  ChangeAuditRetention,
} from '../../../../shared/contract/api/audit.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { AuditRepository } from './audit.repository.js'
import type { CheckpointRepository } from './checkpoint.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'findRoot'>
  audit: Pick<AuditRepository, 'head'>
  checkpoints: Pick<CheckpointRepository, 'list' | 'keepMonths'>
}
type ChangeDeps = Deps & {
  inTransaction: InTransaction<{
    checkpoints: Pick<CheckpointRepository, 'keepMonths' | 'saveKeepMonths'>
    recordAct: RecordAct
  }>
}

/** How long lines are kept and what has been sealed. Throws auth.forbidden. */
export async function showRetention(
  deps: Deps,
  actor: Actor,
): Promise<AuditRetention> {
  requireMay(actor, 'audit.read', await rootPath(deps))
  const all = await deps.checkpoints.list()
  const last = all.at(-1)
  const cut = all.filter(({ cutAt }) => cutAt !== null).at(-1)
  return {
    keepMonths: await deps.checkpoints.keepMonths(),
    firstKept: (cut?.number ?? 0) + 1,
    lines: (await deps.audit.head()).number,
    lastSealed: last ? { number: last.number, at: last.sealedAt } : null,
  }
}

/**
 * Changes how long lines are kept; what is older goes at the next nightly cut.
 * Throws auth.forbidden and auth.proof_required: it is over the whole tree.
 */
export async function changeRetention(
  deps: ChangeDeps,
  actor: Actor,
  { keepMonths }: ChangeAuditRetention,
): Promise<AuditRetention> {
  const path = await rootPath(deps)
  requireMay(actor, 'settings.change', path)
  await deps.inTransaction(async (tx) => {
    const before = await tx.checkpoints.keepMonths()
    await tx.checkpoints.saveKeepMonths(keepMonths)
    await tx.recordAct(actor, {
      act: 'audit.retention_changed',
      subject: { kind: 'audit', id: 'audit' },
      details: {
        before: { keepMonths: before },
        after: { keepMonths },
      },
    })
  })
  return showRetention(deps, actor)
}

async function rootPath({ areas }: Pick<Deps, 'areas'>): Promise<string[]> {
  const root = await areas.findRoot()
  return root === null ? [] : [root.id]
}
