import { z } from 'zod'
import {
  areaCodeSchema,
  areaKindSchema,
  areaNameSchema,
  areaTagSchema,
} from '../../../../shared/contract/api/areas.js'
import { dateSchema, idSchema } from '../../../../shared/contract/primitives.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMayOverAll } from '../accounts/permissions.rules.js'
import type { Area, AreaRepository } from './area.repository.js'
import { mayStandBelow } from './area.rules.js'
import type { AreaState } from './area-state.rules.js'
import { BEGINNING } from './interval.rules.js'
import { keepArea, requireFreeName, type AreaWriter } from './keep-area.js'

type Deps = {
  clock: Clock
  inTransaction: InTransaction<{
    areas: AreaWriter & Pick<AreaRepository, 'findRoot' | 'add'>
    recordAct: RecordAct
  }>
}

export const createAreaSchema = z.object({
  /** Given only by a seed that has to be the same on every machine. */
  id: idSchema.optional(),
  parentId: idSchema.nullable(),
  kind: areaKindSchema,
  name: areaNameSchema,
  /** Official code, a string with its leading zeros. */
  code: areaCodeSchema.optional(),
  /** First day the code holds. */
  codeFrom: dateSchema.default('2025-07-01'),
  codeUntil: dateSchema.nullable().default(null),
  validFrom: dateSchema.default(BEGINNING),
  /** For areas that are written down after they ended. */
  validUntil: dateSchema.nullable().default(null),
  aliases: z.array(areaNameSchema).max(30).default([]),
  tags: z.array(areaTagSchema).max(30).default([]),
})
export type CreateArea = z.input<typeof createAreaSchema>

/**
 * Adds an area below its parent, or the root when there is none yet. Returns
 * its id. Throws `request.invalid`, `area.not_found` (the parent, or a second
 * root), `area.closed`, `area.bad_parent`, `area.name_taken`,
 * `area.code_taken`, `auth.forbidden`.
 */
export async function createArea(
  deps: Deps,
  actor: Actor,
  input: CreateArea,
): Promise<string> {
  const parsed = createAreaSchema.safeParse(input)
  if (!parsed.success) throw new AppError('request.invalid')
  const wanted = { ...parsed.data, id: parsed.data.id ?? newId() }
  await deps.inTransaction(async ({ areas, recordAct }) => {
    const parent = await parentOf(areas, wanted.parentId)
    requireMayOverAll(actor, 'area.manage', [parent?.path ?? []])
    requirePlace(wanted, parent)
    const state = stateOf(wanted, parent)
    if (state.validUntil === null) await requireFreeName(areas, state)
    await areas.add(state, isoNow(deps.clock))
    await keepArea(areas, state, state)
    await recordAct(actor, {
      act: 'area.created',
      subject: { kind: 'area', id: wanted.id },
      areaId: wanted.id,
      details: {
        name: wanted.name,
        kind: wanted.kind,
        parentId: wanted.parentId,
        code: wanted.code ?? null,
      },
    })
  })
  return wanted.id
}

type Wanted = z.output<typeof createAreaSchema> & { id: string }

function stateOf(wanted: Wanted, parent: Area | null): AreaState {
  const { id, parentId, kind, name, validFrom, validUntil, tags } = wanted
  const { code, codeFrom, codeUntil, aliases } = wanted
  return {
    id,
    parentId,
    kind,
    name,
    path: [...(parent?.path ?? []), id],
    validFrom,
    validUntil,
    version: 1,
    tags,
    aliases,
    names: [{ name, from: validFrom, until: null }],
    codes:
      code === undefined ? [] : [{ code, from: codeFrom, until: codeUntil }],
  }
}

function requirePlace(wanted: Wanted, parent: Area | null): void {
  if (parent === null) return
  if (!mayStandBelow(wanted.kind, parent.kind))
    throw new AppError('area.bad_parent', { name: parent.name })
  if (parent.validUntil !== null && wanted.validUntil === null)
    throw new AppError('area.closed', { name: parent.name })
}

async function parentOf(
  areas: Pick<AreaRepository, 'find' | 'findRoot'>,
  parentId: string | null,
): Promise<Area | null> {
  if (parentId === null) {
    if ((await areas.findRoot()) === null) return null
    throw new AppError('area.not_found', { parentId })
  }
  const parent = await areas.find(parentId)
  if (parent === null) throw new AppError('area.not_found', { parentId })
  return parent
}
