import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import { findManagedPerson, type FindDeps } from './find-managed-person.js'
import { requireMay } from './permissions.rules.js'
import type { PersonRepository } from './person.repository.js'

type Deps = FindDeps & {
  clock: Clock
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'save'>
    recordAct: RecordAct
  }>
}

/**
 * Changes name, post and unit; the user name stays for good, since the audit
 * speaks of it. Throws `account.not_found`, `area.not_found`, and what
 * `requireMay` throws.
 */
export async function changePerson(
  deps: Deps,
  actor: Actor,
  id: string,
  after: { displayName: string; post: string; areaId: string },
): Promise<void> {
  const now = isoNow(deps.clock)
  const { person } = await findManagedPerson(deps, actor, { id, now })
  requireMay(actor, 'account.manage', await deps.areaPathOf(after.areaId))
  const { displayName, post, areaId } = person
  await deps.inTransaction(async ({ people, recordAct }) => {
    await people.save(id, after)
    await recordAct(actor, {
      act: 'account.changed',
      subject: { kind: 'account', id },
      areaId: after.areaId,
      details: {
        userName: person.userName,
        before: { displayName, post, areaId },
        after,
      },
    })
  })
}
