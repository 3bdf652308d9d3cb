import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'

type Deps = { inTransaction: InTransaction<{ recordAct: RecordAct }> }

/** What a person did to the own account, for the audit. */
export async function recordOwnAct(
  deps: Deps,
  actor: Actor,
  act: 'account.signed_out' | 'account.password_changed',
): Promise<void> {
  const subject = { kind: 'account', id: actor.id }
  await deps.inTransaction(({ recordAct }) =>
    recordAct(actor, { act, subject }),
  )
}
