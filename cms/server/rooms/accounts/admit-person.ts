import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { RecordAct } from './actor.js'
import { personAsActor } from './person-as-actor.js'
import type { Person, PersonRepository } from './person.repository.js'
import type { SessionRepository } from './session.repository.js'

/** How somebody has just proved who they are. */
export type ProvedBy = 'password' | 'code' | 'recovery_code' | 'passkey'

type Deps = {
  clock: Clock
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'find' | 'savePassword'>
    sessions: Pick<SessionRepository, 'prove' | 'endByToken'>
    recordAct: RecordAct
  }>
}

export type Admission = {
  personId: string
  /** Of the session that was just opened. */
  token: string
  by: ProvedBy
  address: string | null
}

/**
 * The last step of every sign-in: notes in the session what was proved, spends
 * a one-time password, and leaves the line. Whoever may not come in loses the
 * session again: throws `auth.frozen`, `auth.code_expired`, `auth.invalid`.
 */
export async function admitPerson(
  deps: Deps,
  admission: Admission,
): Promise<void> {
  const { personId, token, by, address } = admission
  const refusal = await deps.inTransaction(async (tx) => {
    const { people, sessions, recordAct } = tx
    const person = await people.find(personId)
    if (person === null) {
      await sessions.endByToken(token)
      return 'auth.invalid' as const
    }
    const actor = personAsActor(person, address)
    const subject = { kind: 'account', id: personId }
    const refused = refusalOf(person, by, deps.clock.now())
    if (refused !== null) {
      await sessions.endByToken(token)
      const details = { reason: refused, by }
      await recordAct(actor, {
        act: 'account.sign_in_refused',
        subject,
        areaId: person.areaId,
        details,
      })
      return refused
    }
    const at = isoNow(deps.clock)
    await sessions.prove(token, { at, secondFactor: by !== 'password' })
    // It has let in once. The session it opened can only choose a new one.
    if (person.temporaryPassword && by !== 'passkey')
      await people.savePassword(personId, {
        hash: null,
        at,
        temporary: true,
        expiresAt: person.passwordExpiresAt,
      })
    await recordAct(actor, {
      act: 'account.signed_in',
      subject,
      areaId: person.areaId,
      details: { by },
    })
    return null
  })
  if (refusal !== null) throw new AppError(refusal, {})
}

function refusalOf(
  person: Person,
  by: ProvedBy,
  now: number,
): 'auth.frozen' | 'auth.code_expired' | null {
  if (person.frozenAt !== null) return 'auth.frozen'
  const { temporaryPassword, passwordExpiresAt } = person
  const over =
    temporaryPassword &&
    by !== 'passkey' &&
    passwordExpiresAt !== null &&
    Date.parse(passwordExpiresAt) <= now
  return over ? 'auth.code_expired' : null
}
