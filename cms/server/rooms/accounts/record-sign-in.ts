import type { InTransaction } from '../../db/unit-of-work.js'
import { SYSTEM_ACTOR, type Actor, type RecordAct } from './actor.js'
import type { PersonRepository } from './person.repository.js'

type Deps = {
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'findByUserName'>
    recordAct: RecordAct
  }>
}

/** Puts a sign-in, or a failed try, into the audit, with where it came from. */
export async function recordSignIn(
  deps: Deps,
  attempt: { userName: string; address: string | null; ok: boolean },
): Promise<void> {
  const userName = attempt.userName.trim().toLowerCase().slice(0, 100)
  await deps.inTransaction(async ({ people, recordAct }) => {
    const person = await people.findByUserName(userName)
    const unknown = { ...SYSTEM_ACTOR, id: 'nobody', displayName: '' }
    const { address } = attempt
    const actor: Actor =
      person === null
        ? { ...unknown, address }
        : { ...unknown, ...person, operator: false, address }
    await recordAct(actor, {
      act: attempt.ok ? 'account.signed_in' : 'account.sign_in_failed',
      subject: { kind: 'account', id: person?.id ?? 'unknown' },
      // A name nobody has may be a password typed into the wrong box.
      details: person === null ? {} : { userName },
    })
  })
}
