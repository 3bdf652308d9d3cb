import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type {
  Revision,
  RevisionRepository,
} from '../bulletins/revision.repository.js'

type Tx = { revisions: Pick<RevisionRepository, 'insert' | 'nextNumber'> }

/**
 * The revision that stands for an act on something released already: judged by
 * that act, so it never changes. Its writers stay those of the one before,
 * unless the act names its own.
 */
export async function addLiveRevision(
  tx: Tx,
  deps: { clock: Clock; newId: () => string },
  what: { revision: Revision; body: RevisionInput; writer?: string },
): Promise<Revision> {
  const { revision, body, writer } = what
  const now = isoNow(deps.clock)
  const made: Revision = {
    id: deps.newId(),
    bulletinId: revision.bulletinId,
    number: await tx.revisions.nextNumber(revision.bulletinId),
    authorId: writer ?? revision.authorId,
    editors: writer ? [writer] : revision.editors,
    body,
    createdAt: now,
    submittedAt: now,
  }
  await tx.revisions.insert(made)
  return made
}
