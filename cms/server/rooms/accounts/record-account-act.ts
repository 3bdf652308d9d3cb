import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import { personAsActor } from './person-as-actor.js'
import type { Person } from './person.repository.js'

type Deps = { inTransaction: InTransaction<{ recordAct: RecordAct }> }

/** What a person did to the own account, for the audit. */
export async function recordOwnAct(
  deps: Deps,
  actor: Actor,
  act: `account.${string}`,
  details: Record<string, unknown> = {},
): Promise<void> {
  const subject = { kind: 'account', id: actor.id }
  await deps.inTransaction(({ recordAct }) =>
    recordAct(actor, { act, subject, details }),
  )
}

/** A try that did not prove who it is, with where it came from. */
export async function recordFailedProof(
  deps: Deps,
  attempt: { person: Person | null; address: string | null; by: string },
): Promise<void> {
  const { person, address, by } = attempt
  await deps.inTransaction(({ recordAct }) =>
    recordAct(personAsActor(person, address), {
      act: 'account.sign_in_failed',
      subject: { kind: 'account', id: person?.id ?? 'unknown' },
      areaId: person?.areaId ?? null,
      // A name nobody has may be a password typed into the wrong box.
      details: person === null ? { by } : { by, userName: person.userName },
    }),
  )
}
