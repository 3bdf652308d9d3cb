/** Where a text or a name stands on screens now, place by place. */
import { setImmediate } from 'node:timers/promises'
import type { BulletinUse } from '../../../../shared/contract/api/corrections.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import {
  findFolded,
  replaceFolded,
} from '../../../../shared/text/find-folded.js'
import { toNfc } from '../../../../shared/text/normalise.js'
import { leavesOf, withText } from '../../../../shared/text/revision-changes.js'
import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import { may } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { BulletinRepository } from '../bulletins/bulletin.repository.js'
import type { RevisionRepository } from '../bulletins/revision.repository.js'
import type { ReleaseRepository } from '../programmes/release.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  bulletins: Pick<BulletinRepository, 'find'>
  revisions: Pick<RevisionRepository, 'listByIds'>
  releases: Pick<ReleaseRepository, 'listLive'>
  openNotices(): Promise<{ notice: Notice }[]>
  clock: Clock
}

const BATCH = 100
const MOST = 200

/** Places that hold words for people; ids, dates of the schedule do not. */
const WORDS_AT = /^\/(title$|fields\/|basis\/(number|agency|signer)$)/

/**
 * Released bulletins of the areas this person writes for that hold the words,
 * accents aside, and the urgent notices in force that do.
 */
export async function findUses(
  deps: Deps,
  actor: Actor,
  { text }: { text: string },
): Promise<{
  uses: BulletinUse[]
  notices: { id: string; title: string }[]
  more: boolean
}> {
  const tree = await loadAreaTree(deps)
  const live = await deps.releases.listLive()
  const uses: BulletinUse[] = []
  for (let at = 0; at < live.length && uses.length <= MOST; at += BATCH) {
    const batch = live.slice(at, at + BATCH)
    const revisions = await deps.revisions.listByIds(
      batch.map(({ revisionId }) => revisionId),
    )
    for (const revision of revisions) {
      const hits = hitsIn(revision.body, text)
      if (hits.length === 0) continue
      const bulletin = await deps.bulletins.find(revision.bulletinId)
      if (!bulletin) continue
      const path = tree.pathOf(bulletin.ownerAreaId)
      if (!may(actor, 'bulletin.write', path)) continue
      uses.push({
        bulletinId: bulletin.id,
        revisionId: revision.id,
        title: revision.body.title,
        ownerAreaName: bulletin.ownerAreaName,
        hits,
      })
    }
    await setImmediate()
  }
  return {
    uses: uses.slice(0, MOST),
    notices: may(actor, 'notice.read', []) ? await noticesWith(deps, text) : [],
    more: uses.length > MOST,
  }
}

/** The hits of one revision. */
export function hitsIn(
  body: RevisionInput,
  words: string,
): BulletinUse['hits'] {
  const asked = toNfc(words)
  return [...leavesOf(body)].flatMap(([pointer, leaf]) => {
    if (typeof leaf !== 'string' || !WORDS_AT.test(pointer)) return []
    const found = findFolded(leaf, words).map(({ start, end }) =>
      leaf.slice(start, end),
    )
    if (found.length === 0) return []
    const exact = found.every((one) => toNfc(one) === asked)
    return [{ pointer, text: leaf, found, exact }]
  })
}

/** The body with the words mended at these places. */
export function corrected(
  body: RevisionInput,
  pointers: readonly string[],
  words: { text: string; replacement: string },
): RevisionInput {
  const leaves = leavesOf(body)
  return pointers.reduce((mended, pointer) => {
    const leaf = leaves.get(pointer)
    if (typeof leaf !== 'string' || !WORDS_AT.test(pointer)) return mended
    const text = replaceFolded(leaf, words.text, toNfc(words.replacement))
    return withText(mended, pointer, text)
  }, body)
}

async function noticesWith(deps: Pick<Deps, 'openNotices'>, text: string) {
  const open = await deps.openNotices()
  return open.flatMap(({ notice: { id, title } }) =>
    findFolded(title, text).length > 0 ? [{ id, title }] : [],
  )
}
