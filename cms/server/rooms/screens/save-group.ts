/** Making, changing and taking away groups; programmes of members follow. */
import type { z } from 'zod'
import type {
  GroupMembers,
  newGroupSchema,
  saveGroupSchema,
} from '../../../../shared/contract/api/groups.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMayOverAll } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Announcer } from './announcer.port.js'
import { loadAreaTree } from './area-tree.js'
import type { Group, GroupRepository } from './group.repository.js'
import { isMember } from './group.rules.js'
import type { ProgrammeKeeper, TouchProgramme } from './programme.port.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'list'>
  groups: Pick<GroupRepository, 'find' | 'list'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  announcer: Pick<Announcer, 'tellConsoles'>
  programme: ProgrammeKeeper
  clock: Clock
  newId: () => string
  inTransaction: InTransaction<{
    groups: Pick<GroupRepository, 'insert' | 'save' | 'list'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

/** Returns its id. Throws area.not_found, group.name_taken, auth.forbidden. */
export async function createGroup(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof newGroupSchema>,
): Promise<string> {
  const path = await areaPathOf(deps, input.ownerAreaId)
  requireMayOverAll(actor, 'group.manage', [path])
  const group: Group = { ...input, id: deps.newId(), version: 1 }
  await deps.inTransaction(async (tx) => {
    await requireFreeName(tx.groups, group)
    await tx.groups.insert(group, isoNow(deps.clock))
    await tx.recordAct(actor, {
      act: 'group.created',
      subject: { kind: 'group', id: group.id },
      areaId: group.ownerAreaId,
      details: { name: group.name, members: group.members },
    })
  })
  deps.announcer.tellConsoles('groups:changed', group.id)
  return group.id
}

/**
 * Over exactly the version its author saw. What is live for the group reaches
 * its new members, and leaves those who are no more in it. Throws
 * group.not_found, group.conflict, group.name_taken, area.not_found,
 * auth.forbidden.
 */
export async function saveGroup(
  deps: Deps,
  actor: Actor,
  input: { id: string; group: z.output<typeof saveGroupSchema> },
): Promise<void> {
  const { expectedVersion, ...wanted } = input.group
  const before = await standing(deps, actor, { ...input, expectedVersion })
  requireMayOverAll(actor, 'group.manage', [
    await areaPathOf(deps, wanted.ownerAreaId),
  ])
  const after: Group = { ...before, ...wanted }
  await deps.inTransaction(async (tx) => {
    await requireFreeName(tx.groups, after)
    if (!(await tx.groups.save(after, isoNow(deps.clock))))
      throw new AppError('group.conflict', { name: before.name })
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: 'group.changed',
      subject: { kind: 'group', id: before.id },
      areaId: after.ownerAreaId,
      details: { before, after: wanted },
    })
  })
  await follow(deps, before.id, [before.members, after.members])
}

/** Throws group.not_found, group.conflict, area.not_found, auth.forbidden. */
export async function removeGroup(
  deps: Deps,
  actor: Actor,
  input: { id: string; expectedVersion: number },
): Promise<void> {
  const before = await standing(deps, actor, input)
  await deps.inTransaction(async (tx) => {
    if (!(await tx.groups.save(before, isoNow(deps.clock), true)))
      throw new AppError('group.conflict', { name: before.name })
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: 'group.removed',
      subject: { kind: 'group', id: before.id },
      areaId: before.ownerAreaId,
      details: { before },
    })
  })
  await follow(deps, before.id, [before.members])
}

async function standing(
  deps: Pick<Deps, 'groups' | 'areas'>,
  actor: Actor,
  asked: { id: string; expectedVersion: number },
): Promise<Group> {
  const group = await deps.groups.find(asked.id)
  if (group === null) throw new AppError('group.not_found', { id: asked.id })
  requireMayOverAll(actor, 'group.manage', [
    await areaPathOf(deps, group.ownerAreaId),
  ])
  if (group.version !== asked.expectedVersion)
    throw new AppError('group.conflict', { name: group.name })
  return group
}

async function requireFreeName(
  groups: Pick<GroupRepository, 'list'>,
  group: Group,
): Promise<void> {
  const others = await groups.list()
  if (others.some(({ id, name }) => id !== group.id && name === group.name))
    throw new AppError('group.name_taken', { name: group.name })
}

/** Seals anew for everybody who was or is in it. */
async function follow(
  deps: Deps,
  id: string,
  either: readonly GroupMembers[],
): Promise<void> {
  const tree = await loadAreaTree(deps)
  const placed = await deps.screens.listPlaced()
  const touched = placed.filter((screen) =>
    either.some((members) => isMember(members, screen, tree)),
  )
  await deps.programme.refresh(touched.map((screen) => screen.id))
  deps.announcer.tellConsoles('groups:changed', id)
}
