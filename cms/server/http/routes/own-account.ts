/** The own account: what better-auth keeps is changed through it alone. */
import type { Request } from 'express'
import { toDataURL } from 'qrcode'
import type { NewAuthenticator } from '../../../../shared/contract/api/own-account.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../../rooms/accounts/actor.js'
import { requireRecentProof } from '../../rooms/accounts/assurance.rules.js'
import { changeOwnPassword } from '../../rooms/accounts/change-own-password.js'
import {
  endOtherSessions,
  endOwnSession,
  showOwnAccount,
} from '../../rooms/accounts/own-account.js'
import {
  addPasskey,
  beginPasskey,
  beginPasskeyProof,
  finishPasskeyProof,
  removePasskey,
} from '../../rooms/accounts/passkeys.js'
import { noteProof } from '../../rooms/accounts/prove-identity.js'
import {
  recordFailedProof,
  recordOwnAct,
} from '../../rooms/accounts/record-account-act.js'
import { countsFor, openTry } from '../../rooms/accounts/try-book.js'
import type { Call, Route } from '../accept.js'
import { askLibrary, giveCookies, openedSession } from '../auth-desk.js'
import { challengeOf, giveChallenge, siteOf, trierOf } from '../own-cookies.js'
import { useCode, type SignInDeps } from './sign-in.js'

type Deps = SignInDeps &
  Parameters<typeof showOwnAccount>[0] &
  Parameters<typeof endOwnSession>[0] &
  Parameters<typeof changeOwnPassword>[0] &
  Parameters<typeof addPasskey>[0] &
  Parameters<typeof removePasskey>[0]

export function ownAccountRoutes(route: Route, deps: Deps): void {
  route('myAccount', ({ actor }) => showOwnAccount(deps, onlyPerson(actor)))
  route('changeOwnPassword', async ({ actor, body, request }) => {
    const right = await tryAgain(deps, onlyPerson(actor), request)
    await changeOwnPassword(deps, actor, body)
    await right()
    return { ok: true }
  })
  route('endOwnSession', async ({ actor, params }) => {
    await endOwnSession(deps, onlyPerson(actor), params.id)
    return { ok: true }
  })
  route('endOtherSessions', async ({ actor }) => {
    await endOtherSessions(deps, onlyPerson(actor))
    return { ok: true }
  })
  proofRoutes(route, deps)
  authenticatorRoutes(route, deps)
  passkeyRoutes(route, deps)
}

function proofRoutes(route: Route, deps: Deps): void {
  route('proofOptions', async ({ actor, request, response }) => {
    const site = siteOf(request, deps.publicUrl)
    const begun = await beginPasskeyProof(deps, site, onlyPerson(actor).id)
    giveChallenge(response, begun.challengeId, deps.publicUrl)
    return { options: begun.options }
  })
  route('proveMyself', async (call) => {
    const { actor, body } = call
    onlyPerson(actor)
    if ('password' in body) {
      await checkPassword(deps, call, body.password)
      return noteProof(deps, actor, 'password')
    }
    if ('code' in body) {
      await checkCode(deps, call, body.code)
      return noteProof(deps, actor, 'code')
    }
    const right = await tryAgain(deps, actor, call.request)
    const passkey = await finishPasskeyProof(
      deps,
      siteOf(call.request, deps.publicUrl),
      { challengeId: challengeOf(call.request), answer: body.passkey },
    ).catch(async (error: unknown) => {
      await failed(deps, actor, 'passkey')
      throw error
    })
    if (passkey.personId !== actor.id) throw new AppError('auth.proof_failed')
    await right()
    return noteProof(deps, actor, 'passkey')
  })
}

function authenticatorRoutes(route: Route, deps: Deps): void {
  route('beginAuthenticator', async (call) => {
    const { actor, body, request, response } = call
    if (actor.lacks.ownPassword)
      throw new AppError('auth.password_change_required')
    if (await deps.factors.hasAuthenticator(onlyPerson(actor).id))
      throw new AppError('account.factor_exists')
    await checkPassword(deps, call, body.password)
    await noteProof(deps, actor, 'password')
    const said = await askLibrary(deps, request, {
      path: '/two-factor/enable',
      body: { password: body.password },
    })
    if (!said.ok) throw new AppError('auth.proof_failed')
    giveCookies(said, response)
    const { totpURI, backupCodes } = said.body as {
      totpURI: string
      backupCodes: string[]
    }
    return newAuthenticator(actor, totpURI, backupCodes)
  })
  route('confirmAuthenticator', async ({ actor, body, request, response }) => {
    requireRecentProof(actor)
    if (await deps.factors.hasAuthenticator(actor.id))
      throw new AppError('account.factor_exists')
    const right = await tryAgain(deps, actor, request)
    const said = await askLibrary(deps, request, {
      path: '/two-factor/verify-totp',
      body: { code: body.code },
    })
    const opened = openedSession(said)
    if (!said.ok || opened === null) throw new AppError('auth.code_wrong')
    await useCode(deps, actor.id, body.code)
    await right()
    giveCookies(said, response)
    // better-auth has opened a new session in place of the old.
    await deps.sessions.prove(newToken(said) ?? opened.token, {
      at: isoNow(deps.clock),
      secondFactor: true,
    })
    await recordOwnAct(deps, actor, 'account.authenticator_added')
    return { ok: true }
  })
  route('removeAuthenticator', async (call) => {
    const { actor, body, request, response } = call
    await requireAuthenticator(deps, actor)
    await checkPassword(deps, call, body.password)
    const said = await askLibrary(deps, request, {
      path: '/two-factor/disable',
      body: { password: body.password },
    })
    if (!said.ok) throw new AppError('auth.proof_failed')
    giveCookies(said, response)
    const left = (await deps.factors.listPasskeys(actor.id)).length > 0
    const token = newToken(said)
    if (token !== null)
      await deps.sessions.prove(token, {
        at: isoNow(deps.clock),
        secondFactor: left,
      })
    if (!left) await deps.sessions.dropSecondFactor(actor.id)
    await recordOwnAct(deps, actor, 'account.authenticator_removed')
    return { ok: true }
  })
  route('renewRecoveryCodes', async (call) => {
    const { actor, body, request } = call
    await requireAuthenticator(deps, actor)
    await checkPassword(deps, call, body.password)
    const said = await askLibrary(deps, request, {
      path: '/two-factor/generate-backup-codes',
      body: { password: body.password },
    })
    if (!said.ok) throw new AppError('auth.proof_failed')
    await recordOwnAct(deps, actor, 'account.recovery_codes_renewed')
    return { codes: said.body['backupCodes'] as string[] }
  })
}

function passkeyRoutes(route: Route, deps: Deps): void {
  route('passkeyOptions', async ({ actor, request, response }) => {
    const site = siteOf(request, deps.publicUrl)
    const begun = await beginPasskey(deps, actor, site)
    giveChallenge(response, begun.challengeId, deps.publicUrl)
    return { options: begun.options }
  })
  route('addPasskey', async ({ actor, body, request }) => {
    const { id, name, createdAt, lastUsedAt } = await addPasskey(deps, actor, {
      site: siteOf(request, deps.publicUrl),
      challengeId: challengeOf(request),
      ...body,
    })
    return { id, name, createdAt, lastUsedAt }
  })
  route('removePasskey', async ({ actor, params }) => {
    await removePasskey(deps, actor, params.id)
    return { ok: true }
  })
}

type Asking = Pick<Call<'proveMyself'>, 'actor' | 'request'>

/** Throws `auth.proof_failed`, `request.too_many`. */
async function checkPassword(
  deps: Deps,
  { actor, request }: Asking,
  password: string,
): Promise<void> {
  const right = await tryAgain(deps, onlyPerson(actor), request)
  if (!(await deps.authentication.verifyPassword(actor.id, password))) {
    await failed(deps, actor, 'password')
    throw new AppError('auth.proof_failed')
  }
  await right()
}

async function checkCode(
  deps: Deps,
  { actor, request }: Asking,
  code: string,
): Promise<void> {
  await requireAuthenticator(deps, actor, 'auth.proof_failed')
  const right = await tryAgain(deps, actor, request)
  const said = await askLibrary(deps, request, {
    path: '/two-factor/verify-totp',
    body: { code },
  })
  if (!said.ok || !(await useCode(deps, actor.id, code))) {
    await failed(deps, actor, 'code')
    throw new AppError('auth.proof_failed')
  }
  await right()
}

async function failed(deps: Deps, actor: Actor, by: string): Promise<void> {
  const person = await deps.people.find(actor.id)
  await recordFailedProof(deps, { person, address: actor.address, by })
}

async function tryAgain(deps: Deps, actor: Actor, request: Request) {
  const counts = await countsFor(deps, trierOf(request), {
    what: 'proof',
    name: actor.userName,
    personId: actor.id,
  })
  return openTry(deps, counts)
}

async function requireAuthenticator(
  deps: Deps,
  actor: Actor,
  code:
    | 'account.factor_not_found'
    | 'auth.proof_failed' = 'account.factor_not_found',
): Promise<void> {
  if (!(await deps.factors.hasAuthenticator(onlyPerson(actor).id)))
    throw new AppError(code, {})
}

/** Machines and programs have no account of their own to look after. */
function onlyPerson(actor: Actor): Actor {
  if (actor.kind !== 'person') throw new AppError('auth.forbidden', {})
  return actor
}

/** The account as the phone will list it: "Bảng Tin: ha". */
async function newAuthenticator(
  actor: Actor,
  totpUri: string,
  recoveryCodes: string[],
): Promise<NewAuthenticator> {
  const secret = new URL(totpUri).searchParams.get('secret') ?? ''
  const issuer = encodeURIComponent('Bảng Tin')
  const label = `${issuer}:${encodeURIComponent(actor.userName)}`
  const uri = `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}&digits=6&period=30`
  const qr = await toDataURL(uri, { margin: 2, width: 264 })
  return { uri, secret, qr, recoveryCodes }
}

/** The token in the session cookie that is being set, if one is. */
function newToken({ cookies }: { cookies: string[] }): string | null {
  for (const cookie of cookies) {
    const [, value] = /session_token=([^;]+)/.exec(cookie) ?? []
    if (value) return decodeURIComponent(value).split('.')[0] ?? null
  }
  return null
}
