import type { Clock } from '../../../../shared/kernel/clock.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireVersion, todayOf } from './area.rules.js'
import { differences, type AreaState } from './area-state.rules.js'
import { keepArea, readArea, type AreaWriter } from './keep-area.js'

export type AreaActDeps = {
  clock: Clock
  /** Agency names and audiences of screens below these areas may differ now. */
  areasChanged(areaIds: readonly string[]): Promise<void>
  inTransaction: InTransaction<{
    areas: AreaWriter
    touchProgramme: () => Promise<void>
    recordAct: RecordAct
  }>
}

type Asked = {
  id: string
  expectedVersion: number
  /** 'area.renamed': what the audit calls it. */
  act: string
  /** The right, asked before anything is told. Throws auth.forbidden. */
  guard(area: AreaState): void
  /** Acts on areas that are no more make no sense, but for their aliases. */
  evenClosed?: boolean
  work(area: AreaState, tx: { areas: AreaWriter }): Promise<AreaState>
}

/**
 * One act on one area over exactly the version its author saw, with its line
 * in the audit. Throws area.not_found, area.closed, area.conflict, and what
 * the work and the laws of the tree throw.
 */
export async function actOnArea(
  deps: AreaActDeps,
  actor: Actor,
  asked: Asked,
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const before = await readArea(tx.areas, asked.id)
    asked.guard(before)
    if (before.validUntil !== null && asked.evenClosed !== true)
      throw new AppError('area.closed', { name: before.name })
    requireVersion(before, asked.expectedVersion)
    const after = await asked.work(before, tx)
    await keepArea(tx.areas, before, after)
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: asked.act,
      subject: { kind: 'area', id: asked.id },
      areaId: asked.id,
      details: {
        name: before.name,
        changes: differences(before, after, todayOf(deps.clock)),
      },
    })
  })
  await deps.areasChanged([asked.id])
}
