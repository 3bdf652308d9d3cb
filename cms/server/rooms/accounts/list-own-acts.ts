import {
  actSchema,
  type OwnAct,
} from '../../../../shared/contract/api/permissions.js'
import type { Actor } from './actor.js'
import { areasWhere, may, obstacleTo, RULES } from './permissions.rules.js'

/** What the signed-in person may do, and over which areas. */
export function listOwnActs(actor: Actor): { acts: OwnAct[] } {
  const acts = actSchema.options.flatMap((act): OwnAct[] => {
    const areas = areasWhere(actor, act)
    const areaIds = areas === 'everywhere' ? [] : [...new Set(areas)]
    if (!may(actor, act, areaIds)) return []
    return [
      {
        act,
        where: RULES[act].where,
        areaIds,
        everywhere: areas === 'everywhere',
        lacksSecondFactor:
          obstacleTo(actor, act, areaIds) === 'auth.second_factor_required',
        recentProof: RULES[act].weight === 'grave',
      },
    ]
  })
  return { acts }
}
