import { z } from 'zod'
import { areaKindSchema } from '../../../../shared/contract/api/areas.js'
import { dateSchema, idSchema } from '../../../../shared/contract/primitives.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from './area.repository.js'

type Deps = {
  clock: Clock
  inTransaction: InTransaction<{
    areas: Pick<AreaRepository, 'find' | 'findRoot' | 'add' | 'addCode'>
    recordAct: RecordAct
  }>
}

export const createAreaSchema = z.object({
  /** Given only by a seed that has to be the same on every machine. */
  id: idSchema.optional(),
  parentId: idSchema.nullable(),
  kind: areaKindSchema,
  name: z.string().trim().normalize('NFC').min(1).max(200),
  /** Official code, a string with its leading zeros. */
  code: z
    .string()
    .regex(/^\d{2,10}$/)
    .optional(),
  /** First day the code holds. */
  codeFrom: dateSchema.default('2025-07-01'),
  codeUntil: dateSchema.nullable().default(null),
})
export type CreateArea = z.input<typeof createAreaSchema>

/**
 * Adds an area below its parent, or the root when there is none yet. Returns
 * its id. Throws `request.invalid`, `area.not_found` (the parent, or a second
 * root), `auth.forbidden`.
 */
export async function createArea(
  deps: Deps,
  actor: Actor,
  input: CreateArea,
): Promise<string> {
  const parsed = createAreaSchema.safeParse(input)
  if (!parsed.success) throw new AppError('request.invalid')
  const { parentId, kind, name, code, codeFrom, codeUntil } = parsed.data
  const id = parsed.data.id ?? newId()
  await deps.inTransaction(async ({ areas, recordAct }) => {
    const parentPath = await pathOfParent(areas, parentId)
    requireMay(actor, 'area.manage', parentPath)
    const path = [...parentPath, id]
    await areas.add({ id, parentId, kind, name, path }, isoNow(deps.clock))
    if (code !== undefined)
      await areas.addCode({
        areaId: id,
        code,
        from: codeFrom,
        until: codeUntil,
      })
    await recordAct(actor, {
      act: 'area.created',
      subject: { kind: 'area', id },
      areaId: id,
      details: { name, kind, parentId, code: code ?? null },
    })
  })
  return id
}

async function pathOfParent(
  areas: Pick<AreaRepository, 'find' | 'findRoot'>,
  parentId: string | null,
): Promise<string[]> {
  if (parentId === null) {
    if ((await areas.findRoot()) === null) return []
    throw new AppError('area.not_found', { parentId })
  }
  const parent = await areas.find(parentId)
  if (parent === null) throw new AppError('area.not_found', { parentId })
  return parent.path
}
