import type { z } from 'zod'
import type { changeAreaSchema } from '../../../../shared/contract/api/areas.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../accounts/actor.js'
import { requireMayOverAll } from '../accounts/permissions.rules.js'
import { actOnArea, type AreaActDeps } from './act-on-area.js'
import { mayStandBelow, requireOver } from './area.rules.js'

/**
 * Kind, aliases and tags. Throws area.not_found, area.conflict,
 * area.bad_parent, auth.forbidden.
 */
export function changeArea(
  deps: AreaActDeps,
  actor: Actor,
  input: { id: string; change: z.output<typeof changeAreaSchema> },
): Promise<void> {
  const { id, change } = input
  return actOnArea(deps, actor, {
    id,
    expectedVersion: change.expectedVersion,
    act: 'area.changed',
    evenClosed: true,
    guard(area) {
      requireMayOverAll(actor, 'area.manage', [area.path])
      if (change.kind !== area.kind) requireOver(actor, area.path)
    },
    async work(area, { areas }) {
      const { kind, aliases, tags } = change
      const parent =
        area.parentId === null ? null : await areas.find(area.parentId)
      const children = await areas.listChildren(id)
      const fits =
        (parent === null || mayStandBelow(kind, parent.kind)) &&
        children.every((child) => mayStandBelow(child.kind, kind))
      if (kind !== area.kind && !fits)
        throw new AppError('area.bad_parent', { name: parent?.name })
      return {
        ...area,
        kind,
        aliases: [...new Set(aliases)],
        tags: [...new Set(tags)],
      }
    },
  })
}
