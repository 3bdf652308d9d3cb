/**
 * Signing in and out. better-auth checks passwords, codes and sessions; this
 * door opens only the routes we use, counts tries, asks our own rules, and
 * never lets the session token out of its HttpOnly cookie.
 */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import {
  webAuthnAnswerSchema,
  withCodeSchema,
} from '../../../../shared/contract/api/own-account.js'
import type { AccountParts } from '../../rooms/accounts/account-parts.js'
import {
  admitPerson,
  type ProvedBy,
} from '../../rooms/accounts/admit-person.js'
import { COOKIE_PREFIX } from '../../rooms/accounts/authentication.js'
import {
  beginPasskeyProof,
  finishPasskeyProof,
} from '../../rooms/accounts/passkeys.js'
import {
  recordFailedProof,
  recordOwnAct,
} from '../../rooms/accounts/record-account-act.js'
import { countsFor, openTry } from '../../rooms/accounts/try-book.js'
import { normaliseUserName } from '../../rooms/accounts/user-name.rules.js'
import {
  askLibrary,
  giveCookies,
  libraryHeaders,
  openedSession,
  readAnswer,
  type LibraryAnswer,
} from '../auth-desk.js'
import type { Authenticate } from '../authenticate.js'
import {
  challengeOf,
  giveChallenge,
  giveDevice,
  siteOf,
  trierOf,
} from '../own-cookies.js'
import type { Limits } from '../rate-limit.js'
import { cookieOf } from '../reader.js'

export type SignInDeps = AccountParts &
  Parameters<typeof admitPerson>[0] &
  Parameters<typeof recordFailedProof>[0] & {
    authenticate: Authenticate
    limits: Limits
    publicUrl: string | null
  }

type Known = NonNullable<Awaited<ReturnType<AccountParts['people']['find']>>>

/** Codes stay good for 90 s; a used one is remembered a little longer. */
const CODE_MEMORY_MS = 5 * 60_000

const passwordBody = z.object({
  username: z.string().max(200),
  password: z.string().max(1000),
})
const recoveryBody = z.object({ code: z.string().trim().max(40) })
const passkeyBody = z.object({ answer: webAuthnAnswerSchema })

/** The router of AUTH_PATH. */
export function signInRouter(deps: SignInDeps): Router {
  const router = Router()
  router.post('/sign-in/username', (request, response) =>
    signInByPassword(deps, request, response),
  )
  router.post('/sign-in/code', (request, response) =>
    signInByCode(deps, { request, response, by: 'code' }),
  )
  router.post('/sign-in/recovery-code', (request, response) =>
    signInByCode(deps, { request, response, by: 'recovery_code' }),
  )
  router.post('/sign-in/passkey-options', async (request, response) => {
    const site = siteOf(request, deps.publicUrl)
    const begun = await beginPasskeyProof(deps, site, null)
    giveChallenge(response, begun.challengeId, deps.publicUrl)
    answer(response, { options: begun.options })
  })
  router.post('/sign-in/passkey', (request, response) =>
    signInByPasskey(deps, request, response),
  )
  router.post('/sign-out', async (request, response) => {
    const actor = await deps.authenticate(request)
    const said = await askLibrary(deps, request, {
      path: '/sign-out',
      body: {},
    })
    if (said.ok && actor !== null)
      await recordOwnAct(deps, actor, 'account.signed_out')
    giveCookies(said, response)
    answer(response, { ok: true })
  })
  return router
}

async function signInByPassword(
  deps: SignInDeps,
  request: Request,
  response: Response,
): Promise<void> {
  const parsed = passwordBody.safeParse(request.body)
  const { username = '', password = '' } = parsed.data ?? {}
  const name = normaliseUserName(username)
  const person = await deps.people.findByUserName(name)
  const right = await tryAs(deps, request, { what: 'name', name, person })
  const said = await askLibrary(deps, request, {
    path: '/sign-in/username',
    body: { username: name, password },
    afresh: true,
  })
  if (!said.ok) {
    const address = request.ip ?? null
    await recordFailedProof(deps, { person, address, by: 'password' })
    throw refusalFor(said)
  }
  await right()
  if (said.body['twoFactorRedirect'] === true && person !== null) {
    if (person.frozenAt !== null) throw new AppError('auth.frozen', {})
    giveCookies(said, response)
    answer(response, { ok: true, secondFactor: true })
    return
  }
  await letIn(deps, { request, response, said, by: 'password' })
}

/** The second step after a password: of an authenticator, or of the paper. */
async function signInByCode(
  deps: SignInDeps,
  call: { request: Request; response: Response; by: 'code' | 'recovery_code' },
): Promise<void> {
  const { request, by } = call
  const { code } = readBody(
    by === 'code' ? withCodeSchema : recoveryBody,
    request,
  )
  const person = await challenged(deps, request)
  if (person === null) throw new AppError('auth.required')
  const right = await tryAs(deps, request, {
    what: 'code',
    name: person.userName,
    person,
  })
  const said = await askLibrary(deps, request, {
    path: `/two-factor/${by === 'code' ? 'verify-totp' : 'verify-backup-code'}`,
    body: { code },
    afresh: true,
  })
  const fresh =
    !said.ok || by !== 'code' || (await isFirstUse(deps, said, code))
  if (!said.ok || !fresh) {
    const opened = openedSession(said)
    if (opened !== null) await deps.sessions.endByToken(opened.token)
    const address = request.ip ?? null
    await recordFailedProof(deps, { person, address, by })
    throw said.ok ? new AppError('auth.code_wrong', {}) : refusalFor(said, true)
  }
  await right()
  await letIn(deps, { ...call, said, by })
}

async function signInByPasskey(
  deps: SignInDeps,
  request: Request,
  response: Response,
): Promise<void> {
  const { answer: given } = readBody(passkeyBody, request)
  const right = await tryAs(deps, request, {
    what: 'passkey',
    name: '',
    person: null,
  })
  const passkey = await finishPasskeyProof(
    deps,
    siteOf(request, deps.publicUrl),
    { challengeId: challengeOf(request), answer: given },
  ).catch(async (error: unknown) => {
    const address = request.ip ?? null
    await recordFailedProof(deps, { person: null, address, by: 'passkey' })
    throw error
  })
  await right()
  const said = await readAnswer(
    await deps.authentication.openSession(
      passkey.personId,
      libraryHeaders(request, true),
    ),
  )
  await letIn(deps, { request, response, said, by: 'passkey' })
}

/** Everything was proved: whoever may come in gets the cookies. */
async function letIn(
  deps: SignInDeps,
  call: {
    request: Request
    response: Response
    said: LibraryAnswer
    by: ProvedBy
  },
): Promise<void> {
  const { request, response, said, by } = call
  const opened = openedSession(said)
  if (opened === null) throw new AppError('internal', {})
  const before = await deps.authentication.sessionOf(
    libraryHeaders(request, false),
  )
  const address = request.ip ?? null
  await admitPerson(deps, { ...opened, by, address })
  // Nobody goes on under a session that was there before the sign-in.
  if (before !== null) await deps.sessions.endByToken(before.token)
  giveCookies(said, response)
  const device = giveDevice(request, response, deps.publicUrl)
  await deps.tries.rememberDevice(device, opened.personId, isoNow(deps.clock))
  answer(response, { ok: true })
}

async function tryAs(
  deps: SignInDeps,
  request: Request,
  target: { what: string; name: string; person: Known | null },
): Promise<() => Promise<void>> {
  const { what, name, person } = target
  const counts = await countsFor(deps, trierOf(request), {
    what,
    name,
    personId: person?.id ?? null,
  })
  return openTry(deps, counts)
}

/** Who has shown a password and not yet the second factor. */
async function challenged(
  deps: SignInDeps,
  request: Request,
): Promise<Known | null> {
  const name = `${COOKIE_PREFIX}.two_factor`
  const cookie =
    cookieOf(request, name) ?? cookieOf(request, `__Secure-${name}`) ?? ''
  const [identifier = ''] = decodeURIComponent(cookie).split('.')
  return identifier === '' ? null : deps.people.findChallenged(identifier)
}

async function isFirstUse(
  deps: SignInDeps,
  said: LibraryAnswer,
  code: string,
): Promise<boolean> {
  const opened = openedSession(said)
  return opened === null ? false : useCode(deps, opened.personId, code)
}

/** False for a code that was used before. */
export function useCode(
  deps: Pick<SignInDeps, 'factors' | 'clock'>,
  personId: string,
  code: string,
): Promise<boolean> {
  const forget = deps.clock.now() - CODE_MEMORY_MS
  return deps.factors.useCode(personId, code, {
    now: isoNow(deps.clock),
    forgetBefore: new Date(forget).toISOString(),
  })
}

/** A wrong name, a malformed one and a wrong password answer alike. */
function refusalFor({ status }: LibraryAnswer, byCode = false): AppError {
  if (status === 403) return new AppError('request.wrong_origin', {})
  if (status === 429) return new AppError('request.too_many', {})
  if (status >= 500) return new AppError('internal', {})
  return new AppError(byCode ? 'auth.code_wrong' : 'auth.invalid', {})
}

function readBody<S extends z.ZodType>(schema: S, request: Request) {
  const parsed = schema.safeParse(request.body)
  if (!parsed.success) throw new AppError('auth.code_wrong', {})
  return parsed.data
}

function answer(response: Response, body: object): void {
  response.setHeader('Cache-Control', 'no-store')
  response.json(body)
}
