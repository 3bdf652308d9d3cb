import type { z } from 'zod'
import type { closeAreaSchema } from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { actOnArea, type AreaActDeps } from './act-on-area.js'
import { requireCome, requireOver } from './area.rules.js'
import { closed } from './area-state.rules.js'

/**
 * Writes down that an area is no more. It stays in the record, and so does
 * what it published. Throws area.not_found, area.closed, area.conflict,
 * area.bad_date, area.has_children, auth.forbidden.
 */
export function closeArea(
  deps: AreaActDeps,
  actor: Actor,
  input: { id: string; close: z.output<typeof closeAreaSchema> },
): Promise<void> {
  const { expectedVersion, on } = input.close
  return actOnArea(deps, actor, {
    id: input.id,
    expectedVersion,
    act: 'area.closed',
    guard: (area) => requireOver(actor, area.path),
    async work(area, { areas }) {
      requireCome(on, deps.clock)
      const [child] = await areas.listChildren(area.id)
      if (child !== undefined || area.parentId === null)
        throw new AppError('area.has_children', { name: child?.name })
      return closed(area, on)
    },
  })
}
