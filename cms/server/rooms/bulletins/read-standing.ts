import type { Bulletin, BulletinRepository } from './bulletin.repository.js'
import type { Revision, RevisionRepository } from './revision.repository.js'

/** A bulletin with its newest revision. Throws bulletin.not_found. */
export async function readStanding(
  repositories: {
    bulletins: Pick<BulletinRepository, 'get'>
    revisions: Pick<RevisionRepository, 'find'>
  },
  id: string,
): Promise<{ bulletin: Bulletin; revision: Revision }> {
  const bulletin = await repositories.bulletins.get(id)
  const revision = await repositories.revisions.find(bulletin.revisionId)
  if (!revision) throw new Error(`bulletin ${id} has lost its revision`)
  return { bulletin, revision }
}
