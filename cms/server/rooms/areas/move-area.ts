import type { z } from 'zod'
import type { moveAreaSchema } from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMayOverAll } from '../accounts/permissions.rules.js'
import { actOnArea, type AreaActDeps } from './act-on-area.js'
import { requireOver } from './area.rules.js'

/**
 * Under another parent, with everything below. The right is needed over both
 * places. Throws area.not_found, area.closed, area.conflict, area.bad_parent,
 * area.name_taken, auth.forbidden.
 */
export function moveArea(
  deps: AreaActDeps,
  actor: Actor,
  input: { id: string; move: z.output<typeof moveAreaSchema> },
): Promise<void> {
  const { expectedVersion, parentId } = input.move
  return actOnArea(deps, actor, {
    id: input.id,
    expectedVersion,
    act: 'area.moved',
    guard: (area) => requireOver(actor, area.path),
    async work(area, { areas }) {
      const parent = await areas.find(parentId)
      if (parent === null)
        throw new AppError('area.not_found', { areaId: parentId })
      requireMayOverAll(actor, 'area.manage', [parent.path])
      if (area.parentId === null)
        throw new AppError('area.bad_parent', { name: parent.name })
      return { ...area, parentId }
    },
  })
}
