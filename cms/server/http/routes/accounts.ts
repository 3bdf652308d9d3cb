/**
 * Signing in and out. better-auth does the work; this door opens only the
 * routes we use, limits tries, speaks our problems, and never lets the session
 * token out of its HttpOnly cookie.
 */
import { fromNodeHeaders } from 'better-auth/node'
import { Router, type Request, type Response } from 'express'
import type { ErrorCode } from '../../../../shared/contract/errors.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import {
  ADDRESS_HEADER,
  AUTH_PATH,
  type Authentication,
} from '../../rooms/accounts/authentication.js'
import { requireGoodPassword } from '../../rooms/accounts/password.rules.js'
import { listOwnActs } from '../../rooms/accounts/list-own-acts.js'
import { recordOwnAct } from '../../rooms/accounts/record-own-act.js'
import { recordSignIn } from '../../rooms/accounts/record-sign-in.js'
import { showMe } from '../../rooms/accounts/show-me.js'
import type { Route } from '../accept.js'
import type { Authenticate } from '../authenticate.js'
import { limitSignIn, type Limits } from '../rate-limit.js'

type Deps = Parameters<typeof showMe>[0] &
  Parameters<typeof recordSignIn>[0] & {
    authentication: Pick<Authentication, 'handle'>
    authenticate: Authenticate
    limits: Limits
  }

export function accountRoutes(route: Route, deps: Deps): void {
  route('me', ({ actor }) => showMe(deps, actor))
  route('myActs', async ({ actor }) => Promise.resolve(listOwnActs(actor)))
}

/** The router of AUTH_PATH. */
export function authRouter(deps: Deps): Router {
  const router = Router()
  router.post(
    '/sign-in/username',
    ...limitSignIn(deps.limits),
    async (request, response) => {
      const { username } = (request.body ?? {}) as { username?: unknown }
      const address = request.ip ?? null
      const userName = typeof username === 'string' ? username : ''
      const answer = await ask(deps, request)
      await recordSignIn(deps, { userName, address, ok: answer.ok })
      reply(answer, response)
    },
  )
  router.post('/sign-out', async (request, response) => {
    const actor = await deps.authenticate(request)
    const answer = await ask(deps, request)
    if (answer.ok && actor !== null)
      await recordOwnAct(deps, actor, 'account.signed_out')
    reply(answer, response)
  })
  router.post('/change-password', async (request, response) => {
    const actor = await deps.authenticate(request)
    if (actor === null) throw new AppError('auth.required')
    const { newPassword } = (request.body ?? {}) as { newPassword?: unknown }
    requireGoodPassword(String(newPassword ?? ''), actor.userName)
    // Whoever knew the old password is signed out everywhere.
    const answer = await ask(deps, request, { revokeOtherSessions: true })
    if (answer.ok) await recordOwnAct(deps, actor, 'account.password_changed')
    reply(answer, response)
  })
  return router
}

async function ask(
  { authentication }: Pick<Deps, 'authentication'>,
  request: Request,
  more: Record<string, unknown> = {},
): Promise<globalThis.Response> {
  const headers = fromNodeHeaders(request.headers)
  headers.set(ADDRESS_HEADER, request.ip ?? '')
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const path = `${AUTH_PATH}${request.path}`
  const sent = request.body as Record<string, unknown> | undefined
  const body = JSON.stringify({ ...sent, ...more })
  const url = `http://${request.headers.host ?? 'localhost'}${path}`
  return authentication.handle(
    new globalThis.Request(url, { method: 'POST', headers, body }),
  )
}

function reply(answer: globalThis.Response, response: Response): void {
  if (!answer.ok) throw new AppError(codeOf(answer.status))
  for (const cookie of answer.headers.getSetCookie())
    response.append('Set-Cookie', cookie)
  response.setHeader('Cache-Control', 'no-store')
  response.json({ ok: true })
}

/** A wrong name, a malformed one and a wrong password answer alike. */
function codeOf(status: number): ErrorCode {
  if (status === 403) return 'request.wrong_origin'
  if (status === 429) return 'request.too_many'
  if (status >= 500) return 'internal'
  return 'auth.invalid'
}
