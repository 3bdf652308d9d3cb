import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../../rooms/accounts/actor.js'
import { createAccount } from '../../rooms/accounts/create-account.js'
import { findNamedPerson } from '../../rooms/accounts/find-named-person.js'
import {
  freezePerson,
  unfreezePerson,
} from '../../rooms/accounts/freeze-person.js'
import { resetAccount } from '../../rooms/accounts/reset-account.js'
import { verifyChain } from '../../rooms/audit/verify-chain.js'
import type { Route } from '../accept.js'
import { proofOf } from './audit.js'

type Deps = Parameters<typeof createAccount>[0] &
  Parameters<typeof resetAccount>[0] &
  Parameters<typeof findNamedPerson>[0] &
  Parameters<typeof freezePerson>[0] &
  Parameters<typeof verifyChain>[0] & {
    /** Null where the database is backed up by its own tools. */
    backUpNow(): Promise<string | null>
  }

/** What `npm run admin` asks beyond the API that people use. */
export function operatorRoutes(route: Route, deps: Deps): void {
  route('operatorCreateAccount', async ({ actor, body }) => {
    requireOperator(actor)
    const made = await createAccount(deps, actor, body)
    return { id: made.id, oneTimePassword: made.oneTimePassword }
  })
  route('operatorResetPassword', async ({ actor, body }) => {
    requireOperator(actor)
    const { password, secondFactors } = body
    const person = await findNamedPerson(deps, body.userName)
    const reset = await resetAccount(deps, actor, person.id, {
      password,
      secondFactors,
    })
    return {
      userName: reset.userName,
      oneTimePassword: password === undefined ? reset.oneTimePassword : null,
    }
  })
  route('operatorFreeze', async ({ actor, body }) => {
    requireOperator(actor)
    const { id, userName } = await findNamedPerson(deps, body.userName)
    if (body.frozen) await freezePerson(deps, actor, id, body.reason)
    else await unfreezePerson(deps, actor, id)
    return { userName }
  })
  route('operatorBackUp', async ({ actor }) => {
    requireOperator(actor)
    return { path: await deps.backUpNow() }
  })
  route('operatorVerifyAudit', async ({ actor }) => {
    requireOperator(actor)
    return proofOf(await verifyChain(deps))
  })
}

/** No role of a person counts here: only the token of the machine. */
function requireOperator(actor: Actor): void {
  if (!actor.operator) throw new AppError('auth.forbidden', {})
}
