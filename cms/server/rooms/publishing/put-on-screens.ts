/**
 * The one step, inside a transaction, by which a revision becomes what screens
 * show: approving, correcting and rescheduling all end here.
 */
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type {
  Bulletin,
  BulletinRepository,
} from '../bulletins/bulletin.repository.js'
import { stateAfter, type BulletinAct } from '../bulletins/bulletin.rules.js'
import type {
  Release,
  ReleaseRepository,
} from '../programmes/release.repository.js'

export type PutTx = {
  bulletins: Pick<BulletinRepository, 'save'>
  releases: Pick<
    ReleaseRepository,
    'insert' | 'saveEnded' | 'nextLoopOrder' | 'findLive'
  >
}

/**
 * Ends the release that was live and puts this one in its place in the loop.
 * Returns what was live before. Throws bulletin.conflict when somebody was
 * faster.
 */
export async function putOnScreens(
  tx: PutTx,
  clock: Clock,
  what: {
    bulletin: Bulletin
    release: Release
    act: BulletinAct
    /** What else becomes of the bulletin. */
    with?: Partial<Bulletin>
  },
): Promise<Release | null> {
  const { bulletin, release, act } = what
  const now = isoNow(clock)
  const before = await tx.releases.findLive(bulletin.id)
  if (before) await tx.releases.saveEnded(before.id, now, 'superseded')
  const loopOrder = before?.loopOrder ?? (await tx.releases.nextLoopOrder())
  await tx.releases.insert({ ...release, loopOrder })
  const notBefore = release.item.schedule.notBefore ?? null
  const embargoed = notBefore !== null && Date.parse(notBefore) > clock.now()
  const standing = {
    state: bulletin.state,
    isLive: bulletin.liveRevisionNumber !== null,
  }
  await tx.bulletins.save(
    {
      ...bulletin,
      ...what.with,
      state: stateAfter(act, standing, embargoed),
      version: bulletin.version + 1,
      liveRevisionNumber: release.revisionNumber,
      updatedAt: now,
      liveSince: bulletin.liveSince ?? now,
      notBefore: embargoed ? new Date(notBefore).toISOString() : null,
      expiresAt: release.expiresAt,
    },
    bulletin.version,
  )
  return before
}
