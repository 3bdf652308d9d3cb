import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from '../../rooms/accounts/actor.js'
import { createAccount } from '../../rooms/accounts/create-account.js'
import { resetPassword } from '../../rooms/accounts/reset-password.js'
import { verifyChain } from '../../rooms/audit/verify-chain.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof createAccount>[0] &
  Parameters<typeof resetPassword>[0] &
  Parameters<typeof verifyChain>[0] & {
    /** Null where the database is backed up by its own tools. */
    backUpNow(): Promise<string | null>
  }

/** What `npm run admin` asks beyond the API that people use. */
export function operatorRoutes(route: Route, deps: Deps): void {
  route('operatorCreateAccount', async ({ actor, body }) => {
    requireOperator(actor)
    return { id: await createAccount(deps, actor, body) }
  })
  route('operatorResetPassword', async ({ actor, body }) => {
    requireOperator(actor)
    await resetPassword(deps, actor, body)
    return { userName: body.userName }
  })
  route('operatorBackUp', async ({ actor }) => {
    requireOperator(actor)
    return { path: await deps.backUpNow() }
  })
  route('operatorVerifyAudit', async ({ actor }) => {
    requireOperator(actor)
    const verdict = await verifyChain(deps)
    return verdict.ok
      ? { ok: true, lines: verdict.lines, brokenAt: null, reason: null }
      : {
          ok: false,
          lines: Math.max(0, verdict.brokenAt - 1),
          brokenAt: verdict.brokenAt,
          reason: verdict.reason,
        }
  })
}

/** No role of a person counts here: only the token of the machine. */
function requireOperator(actor: Actor): void {
  if (!actor.operator) throw new AppError('auth.forbidden', {})
}
