import type { z } from 'zod'
import type { mergeAreasSchema } from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import type { AreaActDeps } from './act-on-area.js'
import type { AreaRepository } from './area.repository.js'
import { requireCome, requireOver, requireVersion } from './area.rules.js'
import { closed, type AreaState } from './area-state.rules.js'
import { keepArea, readArea, type AreaWriter } from './keep-area.js'

type Tx = {
  areas: AreaWriter & Pick<AreaRepository, 'addMerge' | 'listMerges'>
  touchProgramme: () => Promise<void>
  recordAct: RecordAct
}
type Deps = Omit<AreaActDeps, 'inTransaction'> & {
  inTransaction: InTransaction<Tx>
}
type Merge = z.output<typeof mergeAreasSchema>

/**
 * Writes down that areas became part of another: whole ones are no more,
 * those of which a part came over go on. Screens, people and bulletins stay
 * where they are until a person lets them follow. Throws area.not_found,
 * area.closed, area.conflict, area.bad_date, area.bad_parent,
 * area.has_children, auth.forbidden.
 */
export async function mergeAreas(
  deps: Deps,
  actor: Actor,
  input: { id: string; merge: Merge },
): Promise<void> {
  const { id, merge } = input
  await deps.inTransaction(async (tx) => {
    const target = await readArea(tx.areas, id)
    requireOver(actor, target.path)
    if (target.validUntil !== null)
      throw new AppError('area.closed', { name: target.name })
    requireVersion(target, merge.expectedVersion)
    requireCome(merge.on, deps.clock)
    for (const source of merge.from)
      await mergeOne(tx, actor, { target, source, on: merge.on })
    // Counts for the target as well: whoever looks at it sees it newly.
    await keepArea(tx.areas, target, target)
    await tx.touchProgramme()
  })
  await deps.areasChanged([id, ...merge.from.map(({ areaId }) => areaId)])
}

async function mergeOne(
  tx: Tx,
  actor: Actor,
  what: { target: AreaState; source: Merge['from'][number]; on: string },
): Promise<void> {
  const { target, source, on } = what
  const before = await readArea(tx.areas, source.areaId)
  requireOver(actor, before.path)
  if (before.validUntil !== null)
    throw new AppError('area.closed', { name: before.name })
  requireVersion(before, source.expectedVersion)
  if (target.path.includes(before.id))
    throw new AppError('area.bad_parent', { name: target.name })
  const edges = await tx.areas.listMerges([before.id])
  if (
    edges.some(({ fromId, toId }) => fromId === before.id && toId === target.id)
  )
    throw new AppError('area.conflict', { name: before.name })
  if (!source.partial) {
    const [child] = await tx.areas.listChildren(before.id)
    if (child !== undefined)
      throw new AppError('area.has_children', { name: child.name })
  }
  await keepArea(tx.areas, before, source.partial ? before : closed(before, on))
  await tx.areas.addMerge({
    fromId: before.id,
    toId: target.id,
    on,
    partial: source.partial,
  })
  await tx.recordAct(actor, {
    act: 'area.merged',
    subject: { kind: 'area', id: before.id },
    areaId: before.id,
    details: {
      name: before.name,
      into: { id: target.id, name: target.name },
      on,
      partial: source.partial,
    },
  })
}
