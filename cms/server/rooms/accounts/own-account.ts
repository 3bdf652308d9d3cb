import type { OwnAccount } from '../../../../shared/contract/api/own-account.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { Authentication } from './authentication.js'
import type { FactorRepository } from './factor.repository.js'
import type { SessionRepository } from './session.repository.js'

type ReadDeps = {
  authentication: Pick<Authentication, 'countRecoveryCodes'>
  factors: Pick<FactorRepository, 'hasAuthenticator' | 'listPasskeys'>
  sessions: Pick<SessionRepository, 'list'>
  clock: Clock
}

/** Second factors and open sessions of the person who asks. */
export async function showOwnAccount(
  deps: ReadDeps,
  actor: Actor,
): Promise<OwnAccount> {
  const { authentication, factors, sessions, clock } = deps
  const authenticator = await factors.hasAuthenticator(actor.id)
  const passkeys = await factors.listPasskeys(actor.id)
  const open = await sessions.list(actor.id, isoNow(clock))
  return {
    authenticator,
    recoveryCodesLeft: authenticator
      ? await authentication.countRecoveryCodes(actor.id)
      : 0,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
    })),
    sessions: open.map((session) => ({
      id: session.id,
      current: session.id === actor.sessionId,
      openedAt: session.openedAt,
      lastSeenAt: session.lastSeenAt,
      address: session.address,
      browser: session.browser,
      secondFactor: session.secondFactor,
    })),
  }
}

type EndDeps = {
  inTransaction: InTransaction<{
    sessions: Pick<SessionRepository, 'end' | 'endAll'>
    recordAct: RecordAct
  }>
}

/** Ends one of the own sessions. Throws `account.session_not_found`. */
export async function endOwnSession(
  deps: EndDeps,
  actor: Actor,
  id: string,
): Promise<void> {
  await deps.inTransaction(async ({ sessions, recordAct }) => {
    if (!(await sessions.end(actor.id, id)))
      throw new AppError('account.session_not_found', {})
    await recordAct(actor, {
      act: 'account.sessions_ended',
      subject: { kind: 'account', id: actor.id },
      details: { count: 1 },
    })
  })
}

/** Ends every own session but the one that asks. */
export async function endOtherSessions(
  deps: EndDeps,
  actor: Actor,
): Promise<void> {
  await deps.inTransaction(async ({ sessions, recordAct }) => {
    const count = await sessions.endAll(actor.id, actor.sessionId ?? null)
    await recordAct(actor, {
      act: 'account.sessions_ended',
      subject: { kind: 'account', id: actor.id },
      details: { count },
    })
  })
}
