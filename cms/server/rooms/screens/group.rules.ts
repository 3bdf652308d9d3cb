/** Who is in which group: no clock, no I/O. */
import type { GroupMembers } from '../../../../shared/contract/api/groups.js'
import type {
  Language,
  Orientation,
} from '../../../../shared/contract/primitives.js'
import type { AreaTree } from './area-tree.js'

/** What a rule may ask of a screen. */
export type GroupedScreen = {
  id: string
  areaId: string
  languages: readonly Language[]
  orientation: Orientation
}

/** Whether a screen is in a group with these members. */
export function isMember(
  members: GroupMembers,
  screen: GroupedScreen,
  tree: AreaTree,
): boolean {
  const path = tree.pathOf(screen.areaId)
  const isBelow = members.areaIds.some((areaId) => path.includes(areaId))
  if (members.by === 'list')
    return isBelow || members.screenIds.includes(screen.id)
  const { areaIds, kinds, tags, languages, orientations } = members
  const kind = tree.find(screen.areaId)?.kind
  const worn = path.flatMap((areaId) => tree.find(areaId)?.tags ?? [])
  const wants = <T>(asked: readonly T[], has: readonly T[]) =>
    asked.length === 0 || asked.some((one) => has.includes(one))
  return (
    (areaIds.length === 0 || isBelow) &&
    wants(kinds, kind === undefined ? [] : [kind]) &&
    wants(tags, worn) &&
    wants(languages, screen.languages) &&
    wants(orientations, [screen.orientation])
  )
}

/** Ids of the groups each screen is in. */
export function groupsByScreen(
  groups: readonly { id: string; members: GroupMembers }[],
  screens: readonly GroupedScreen[],
  tree: AreaTree,
): Map<string, string[]> {
  return new Map(
    screens.map((screen) => [
      screen.id,
      groups
        .filter(({ members }) => isMember(members, screen, tree))
        .map(({ id }) => id),
    ]),
  )
}
