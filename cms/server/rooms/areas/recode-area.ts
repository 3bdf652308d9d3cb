import type { z } from 'zod'
import type { recodeAreaSchema } from '../../../../shared/contract/api/areas.js'
import type { Actor } from '../accounts/actor.js'
import { actOnArea, type AreaActDeps } from './act-on-area.js'
import { requireCome, requireOver } from './area.rules.js'
import { recoded } from './area-state.rules.js'

/**
 * Another official code, or none, from a day on. Codes are reused, so the
 * former holder's time has to be over. Throws area.not_found, area.closed,
 * area.conflict, area.bad_date, area.code_taken, auth.forbidden.
 */
export function recodeArea(
  deps: AreaActDeps,
  actor: Actor,
  input: { id: string; recode: z.output<typeof recodeAreaSchema> },
): Promise<void> {
  const { expectedVersion, code, from } = input.recode
  return actOnArea(deps, actor, {
    id: input.id,
    expectedVersion,
    act: 'area.recoded',
    guard: (area) => requireOver(actor, area.path),
    work(area) {
      requireCome(from, deps.clock)
      return Promise.resolve(recoded(area, code, from))
    },
  })
}
