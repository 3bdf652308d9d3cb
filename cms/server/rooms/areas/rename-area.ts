import type { z } from 'zod'
import type { renameAreaSchema } from '../../../../shared/contract/api/areas.js'
import type { Actor } from '../accounts/actor.js'
import { actOnArea, type AreaActDeps } from './act-on-area.js'
import { requireCome, requireOver } from './area.rules.js'
import { renamed } from './area-state.rules.js'

/**
 * A new name from a day on; what was published before keeps the former one,
 * and the area is found by both. Throws area.not_found, area.closed,
 * area.conflict, area.bad_date, area.name_taken, auth.forbidden.
 */
export function renameArea(
  deps: AreaActDeps,
  actor: Actor,
  input: { id: string; rename: z.output<typeof renameAreaSchema> },
): Promise<void> {
  const { expectedVersion, name, from } = input.rename
  return actOnArea(deps, actor, {
    id: input.id,
    expectedVersion,
    act: 'area.renamed',
    guard: (area) => requireOver(actor, area.path),
    work(area) {
      requireCome(from, deps.clock)
      return Promise.resolve(renamed(area, name, from))
    },
  })
}
