/**
 * Passkeys (W3C WebAuthn 3). The browser asks for the person's finger, face or
 * PIN, so one counts as two factors. Cryptography is @simplewebauthn/server's.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import { requireRecentProof } from './assurance.rules.js'
import type { FactorRepository, Passkey } from './factor.repository.js'
import type { SessionRepository } from './session.repository.js'

/** The site a passkey is for: its host name, and the origin of its pages. */
export type Site = { name: string; origin: string }

/** What goes to the browser, and the key of the challenge that goes with it. */
export type Begun = { options: Record<string, unknown>; challengeId: string }

/** What the browser handed back. */
export type BrowserAnswer = { id: string; rawId: string }

const CHALLENGE_MS = 5 * 60_000

type Deps = { factors: FactorRepository; clock: Clock }

/** Begins to prove who it is: for anyone, or for this one person. */
export async function beginPasskeyProof(
  deps: Deps,
  site: Site,
  personId: string | null,
): Promise<Begun> {
  const own = personId === null ? [] : await deps.factors.listPasskeys(personId)
  if (personId !== null && own.length === 0)
    throw new AppError('account.factor_not_found', {})
  const options = await generateAuthenticationOptions({
    rpID: site.name,
    userVerification: 'required',
    allowCredentials: own.map(descriptor),
  })
  return begun(deps, options, personId)
}

/**
 * The passkey that answered the challenge. Throws `auth.proof_failed` for a
 * foreign, altered, late or repeated answer, all alike.
 */
export async function finishPasskeyProof(
  deps: Deps,
  site: Site,
  given: { challengeId: string; answer: BrowserAnswer },
): Promise<Passkey> {
  const { factors, clock } = deps
  const challenge = await factors.takeChallenge(
    given.challengeId,
    isoNow(clock),
  )
  const passkey = await factors.findPasskey(given.answer.id)
  if (challenge === null || passkey === null) throw failed()
  const { personId } = challenge
  if (personId !== null && personId !== passkey.personId) throw failed()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: given.answer as AuthenticationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch((error: unknown) => {
    throw failed(error)
  })
  if (!verified) throw failed()
  await factors.notePasskeyUse(
    passkey.id,
    authenticationInfo.newCounter,
    isoNow(clock),
  )
  return passkey
}

/** Begins to add one. Throws `auth.proof_required` without a recent proof. */
export async function beginPasskey(
  deps: Deps,
  actor: Actor,
  site: Site,
): Promise<Begun> {
  requireOwnPassword(actor)
  requireRecentProof(actor)
  const options = await generateRegistrationOptions({
    rpName: 'Bảng Tin',
    rpID: site.name,
    userName: actor.userName,
    userDisplayName: actor.displayName,
    userID: new Uint8Array(Buffer.from(actor.id)),
    attestationType: 'none',
    excludeCredentials: (await deps.factors.listPasskeys(actor.id)).map(
      descriptor,
    ),
    authenticatorSelection: {
      residentKey: 'required',
      userVerification: 'required',
    },
  })
  return begun(deps, options, actor.id)
}

type AddDeps = Deps & {
  inTransaction: InTransaction<{
    factors: Pick<FactorRepository, 'addPasskey'>
    sessions: Pick<SessionRepository, 'proveById'>
    recordAct: RecordAct
  }>
}

/**
 * Adds the passkey the browser has made; the session that made it counts as
 * shown a second factor. Throws `auth.proof_failed`, `auth.proof_required`.
 */
export async function addPasskey(
  deps: AddDeps,
  actor: Actor,
  given: {
    site: Site
    challengeId: string
    name: string
    answer: BrowserAnswer
  },
): Promise<Passkey> {
  requireRecentProof(actor)
  const { site } = given
  const at = isoNow(deps.clock)
  const challenge = await deps.factors.takeChallenge(given.challengeId, at)
  if (challenge === null || challenge.personId !== actor.id) throw failed()
  const result = await verifyRegistrationResponse({
    response: given.answer as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw failed(error)
  })
  if (!result.verified) throw failed()
  const { credential } = result.registrationInfo
  if ((await deps.factors.findPasskey(credential.id)) !== null) throw failed()
  const passkey: Passkey = {
    id: newId(),
    personId: actor.id,
    name: given.name,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    createdAt: at,
    lastUsedAt: null,
  }
  await deps.inTransaction(async ({ factors, sessions, recordAct }) => {
    await factors.addPasskey(passkey)
    if (actor.sessionId !== undefined)
      await sessions.proveById(actor.sessionId, { at, secondFactor: true })
    await recordAct(actor, {
      act: 'account.passkey_added',
      subject: { kind: 'account', id: actor.id },
      details: { name: passkey.name },
    })
  })
  return passkey
}

type RemoveDeps = {
  inTransaction: InTransaction<{
    factors: Pick<
      FactorRepository,
      'removePasskey' | 'listPasskeys' | 'hasAuthenticator'
    >
    sessions: Pick<SessionRepository, 'dropSecondFactor'>
    recordAct: RecordAct
  }>
}

/**
 * Takes one of the own passkeys away. Throws `account.factor_not_found`,
 * `auth.proof_required`.
 */
export async function removePasskey(
  deps: RemoveDeps,
  actor: Actor,
  id: string,
): Promise<void> {
  requireRecentProof(actor)
  await deps.inTransaction(async ({ factors, sessions, recordAct }) => {
    if (!(await factors.removePasskey(actor.id, id)))
      throw new AppError('account.factor_not_found', {})
    const left =
      (await factors.hasAuthenticator(actor.id)) ||
      (await factors.listPasskeys(actor.id)).length > 0
    if (!left) await sessions.dropSecondFactor(actor.id)
    await recordAct(actor, {
      act: 'account.passkey_removed',
      subject: { kind: 'account', id: actor.id },
    })
  })
}

async function begun(
  { factors, clock }: Deps,
  options: { challenge: string },
  personId: string | null,
): Promise<Begun> {
  const challengeId = newId()
  const expiresAt = new Date(clock.now() + CHALLENGE_MS).toISOString()
  await factors.addChallenge(
    challengeId,
    { challenge: options.challenge, personId },
    { now: isoNow(clock), expiresAt },
  )
  return { options: { ...options }, challengeId }
}

function descriptor({ credentialId, transports }: Passkey) {
  return {
    id: credentialId,
    transports: transports as AuthenticatorTransport[],
  }
}

function requireOwnPassword(actor: Actor): void {
  if (actor.lacks.ownPassword)
    throw new AppError('auth.password_change_required', {})
}

function failed(cause?: unknown): AppError {
  return new AppError('auth.proof_failed', {}, cause)
}
