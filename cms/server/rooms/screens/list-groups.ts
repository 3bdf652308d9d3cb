import type {
  GroupMembers,
  GroupView,
} from '../../../../shared/contract/api/groups.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Actor } from '../accounts/actor.js'
import { may, requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree, type AreaTree } from './area-tree.js'
import type { Group, GroupRepository } from './group.repository.js'
import { isMember } from './group.rules.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  groups: Pick<GroupRepository, 'list' | 'find'>
  screens: Pick<ScreenRepository, 'list'>
  clock: Clock
}

/** Groups by name, with the exact number of their screens now. */
export async function listGroups(
  deps: Deps,
  actor: Actor,
  query: { q: string },
): Promise<{ groups: GroupView[] }> {
  requireMay(actor, 'group.read')
  const words = foldVietnamese(query.q).split(' ').filter(Boolean)
  const groups = (await deps.groups.list()).filter(({ name }) =>
    words.every((word) => foldVietnamese(name).includes(word)),
  )
  const membersOf = await memberFinder(deps, actor)
  const byName = new Intl.Collator('vi', { numeric: true })
  return {
    groups: groups
      .sort((a, b) => byName.compare(a.name, b.name))
      .map((group) => groupView(actor, group, membersOf)),
  }
}

/** One group. Throws group.not_found. */
export async function getGroup(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<GroupView> {
  requireMay(actor, 'group.read')
  const group = await deps.groups.find(id)
  if (group === null) throw new AppError('group.not_found', { id })
  return groupView(actor, group, await memberFinder(deps, actor))
}

/** Who would be in it: the exact number, the names this person may see. */
export async function previewGroup(
  deps: Deps,
  actor: Actor,
  members: GroupMembers,
): Promise<{
  screenCount: number
  screens: { id: string; name: string; areaName: string }[]
}> {
  requireMay(actor, 'group.read')
  const { all, visible } = (await memberFinder(deps, actor)).of(members)
  return { screenCount: all.length, screens: visible }
}

type Member = { id: string; name: string; areaName: string }
type MemberFinder = {
  tree: AreaTree
  of(members: GroupMembers): { all: Member[]; visible: Member[] }
}

async function memberFinder(deps: Deps, actor: Actor): Promise<MemberFinder> {
  const tree = await loadAreaTree(deps)
  const screens = (await deps.screens.list())
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id, areaId, settings }) => ({
      facts: { ...settings, id, areaId },
      shown: { id, name: settings.name, areaName: tree.nameOf(areaId) },
      isVisible: may(actor, 'screen.read', tree.pathOf(areaId)),
    }))
  return {
    tree,
    of(members) {
      const found = screens.filter(({ facts }) =>
        isMember(members, facts, tree),
      )
      return {
        all: found.map(({ shown }) => shown),
        visible: found
          .filter(({ isVisible }) => isVisible)
          .map(({ shown }) => shown),
      }
    },
  }
}

function groupView(
  actor: Actor,
  group: Group,
  { tree, of }: MemberFinder,
): GroupView {
  const { all, visible } = of(group.members)
  return {
    ...group,
    ownerAreaName: tree.nameOf(group.ownerAreaId),
    screenCount: all.length,
    screenIds: visible.map(({ id }) => id),
    may: {
      manage: may(actor, 'group.manage', tree.pathOf(group.ownerAreaId)),
    },
  }
}
