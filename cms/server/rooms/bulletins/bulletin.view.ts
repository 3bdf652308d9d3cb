/** Bulletins as people see them: the row of a list, and the whole page. */
import type {
  BulletinSummary,
  BulletinView,
} from '../../../../shared/contract/api/bulletins.js'
import type { Actor } from '../accounts/actor.js'
import { may, type Act } from '../accounts/permissions.rules.js'
import type { AreaTree } from '../screens/area-tree.js'
import type { Bulletin } from './bulletin.repository.js'
import { actFits, type BulletinAct } from './bulletin.rules.js'
import type { Revision } from './revision.repository.js'

/** The row of a list. */
export function bulletinSummary(
  bulletin: Bulletin,
  screenCount: number,
): BulletinSummary {
  return {
    id: bulletin.id,
    title: bulletin.title,
    templateId: bulletin.templateId,
    category: bulletin.category,
    state: bulletin.state,
    ownerAreaId: bulletin.ownerAreaId,
    ownerAreaName: bulletin.ownerAreaName,
    authorName: bulletin.authorName,
    priority: bulletin.priority,
    updatedAt: bulletin.updatedAt,
    liveSince: bulletin.liveSince,
    expiresAt: bulletin.expiresAt,
    screenCount,
  }
}

/** The whole page, with what this person may do with it now. */
export function bulletinView(
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
  around: {
    tree: AreaTree
    screenCount: number
    delivery: BulletinView['delivery']
  },
): BulletinView {
  const { bulletin, revision } = standing
  return {
    ...bulletinSummary(bulletin, around.screenCount),
    version: bulletin.version,
    authorId: bulletin.authorId,
    returnedBecause: bulletin.returnedBecause,
    remarks: [...bulletin.remarks],
    submittedAt: bulletin.submittedAt,
    submittedByName: bulletin.submittedByName,
    changedByName: bulletin.changedByName,
    notBefore: bulletin.notBefore,
    revision: revision.body,
    revisionNumber: revision.number,
    liveRevisionNumber: bulletin.liveRevisionNumber,
    may: whatMay(actor, standing, around.tree),
    delivery: around.delivery,
  }
}

/** Who wrote any word of a revision cannot approve it. */
export function isOwnWork(
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
): boolean {
  const { bulletin, revision } = standing
  return (
    bulletin.authorId === actor.id ||
    revision.authorId === actor.id ||
    revision.editors.includes(actor.id)
  )
}

/** Whether this person may approve what was submitted. */
export function mayRelease(
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
  tree: AreaTree,
): boolean {
  const { bulletin, revision } = standing
  const isLive = bulletin.liveRevisionNumber !== null
  if (!actFits('release', { state: bulletin.state, isLive })) return false
  const areaIds = [
    bulletin.ownerAreaId,
    ...revision.body.audience.areaIds.filter((areaId) => tree.find(areaId)),
  ]
  return (
    areaIds.every((id) => may(actor, 'bulletin.release', tree.pathOf(id))) &&
    !isOwnWork(actor, standing)
  )
}

function whatMay(
  actor: Actor,
  standing: { bulletin: Bulletin; revision: Revision },
  tree: AreaTree,
): BulletinView['may'] {
  const { bulletin, revision } = standing
  const path = tree.pathOf(bulletin.ownerAreaId)
  const now = {
    state: bulletin.state,
    isLive: bulletin.liveRevisionNumber !== null,
  }
  const can = (act: BulletinAct, right: Act) =>
    actFits(act, now) && may(actor, right, path)
  const overAudience = revision.body.audience.areaIds
    .filter((areaId) => tree.find(areaId))
    .every((areaId) => may(actor, 'bulletin.release', tree.pathOf(areaId)))
  return {
    edit: can('save', 'bulletin.write'),
    submit: can('submit', 'bulletin.submit'),
    release: mayRelease(actor, standing, tree),
    return: can('return', 'bulletin.return'),
    withdraw: can('withdraw', 'bulletin.withdraw'),
    takeBack: can('takeBack', 'bulletin.write'),
    narrow:
      can('reschedule', 'bulletin.embargo') ||
      can('reschedule', 'bulletin.end_early'),
    widen:
      can('reschedule', 'bulletin.release') &&
      overAudience &&
      !isOwnWork(actor, standing),
  }
}
