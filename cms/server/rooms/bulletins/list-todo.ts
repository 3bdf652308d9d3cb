import type { Todo } from '../../../../shared/contract/api/corrections.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { areasWhere } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { audienceCounter } from './audience-counter.js'
import type { Bulletin, BulletinRepository } from './bulletin.repository.js'
import { bulletinSummary, mayRelease } from './bulletin.view.js'
import type { Revision, RevisionRepository } from './revision.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list' | 'listBelow'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  bulletins: Pick<BulletinRepository, 'list'>
  revisions: Pick<RevisionRepository, 'listByIds'>
  clock: Clock
}

const MOST = 200

/** What waits for this person, came back to them, and was sent by them. */
export async function listTodo(
  deps: Deps,
  actor: Actor,
): Promise<Omit<Todo, 'corrections'>> {
  const tops = areasWhere(actor, 'bulletin.read')
  const ownerAreaIds =
    tops === 'everywhere'
      ? null
      : (await deps.areas.listBelow(tops)).map(({ id }) => id)
  const tree = await loadAreaTree(deps)
  const count = audienceCounter(await deps.screens.listPlaced(), tree.pathOf)
  const read = async (state: 'submitted' | 'returned') => {
    const limit = MOST
    const found = await deps.bulletins.list({ ownerAreaIds, state, limit })
    const ids = found.map(({ revisionId }) => revisionId)
    const revisions = await deps.revisions.listByIds(ids)
    const byId = new Map(revisions.map((one) => [one.id, one]))
    return found.flatMap((bulletin) => {
      const revision = byId.get(bulletin.revisionId)
      return revision ? [{ bulletin, revision }] : []
    })
  }
  const row = ({ bulletin, revision }: Standing) =>
    bulletinSummary(bulletin, count(revision.body.audience))
  const submitted = await read('submitted')
  const returned = await read('returned')
  return {
    waiting: submitted
      .filter((one) => mayRelease(actor, one, tree))
      .map(row)
      .reverse(),
    returned: returned
      .filter(
        ({ bulletin, revision }) =>
          bulletin.submittedBy === actor.id ||
          bulletin.authorId === actor.id ||
          revision.editors.includes(actor.id),
      )
      .map(row),
    submitted: submitted
      .filter(({ bulletin }) => bulletin.submittedBy === actor.id)
      .map(row),
  }
}

type Standing = { bulletin: Bulletin; revision: Revision }
