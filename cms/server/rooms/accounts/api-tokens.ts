/** Making, listing and revoking tokens: one's own, and of people looked after. */
import { randomBytes } from 'node:crypto'
import type { Role } from '../../../../shared/contract/api/accounts.js'
import type {
  MadeToken,
  TokenState,
  TokenView,
} from '../../../../shared/contract/api/tokens.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { ApiToken, ApiTokenRepository } from './api-token.repository.js'
import {
  actsOfToken,
  hashOfSecret,
  isGoodExpiry,
  TOKENS_EACH_MAX,
  tokenText,
} from './api-token.rules.js'
import { findPerson, type FindDeps } from './find-managed-person.js'
import { grantsNow } from './find-token-actor.js'
import { requireMay, requireMayOverAll, type Act } from './permissions.rules.js'
import type { PersonRepository } from './person.repository.js'

type Deps = FindDeps & {
  clock: Clock
  tokens: Pick<ApiTokenRepository, 'find' | 'listOf'>
  people: Pick<PersonRepository, 'find' | 'listGrants'>
  areaNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  inTransaction: InTransaction<{
    tokens: Pick<ApiTokenRepository, 'add' | 'listOf' | 'revoke'>
    recordAct: RecordAct
  }>
}

export type MakeToken = {
  name: string
  roles: Role[]
  acts?: Act[] | undefined
  areaId: string
  graveActs: boolean
  expiresAt: string
}

/**
 * Makes a token of the actor's own. Throws `token.bad_expiry` (past, or over
 * a year), `token.too_much` for a role not held over the whole area or an act
 * that no such token may do, `token.too_many`, and what `requireMay` throws.
 */
export async function makeToken(
  deps: Deps,
  actor: Actor,
  wish: MakeToken,
): Promise<MadeToken> {
  const path = await deps.areaPathOf(wish.areaId)
  requireMayOverAll(actor, 'token.make', [path])
  if (!isGoodExpiry(wish.expiresAt, deps.clock.now()))
    throw new AppError('token.bad_expiry', {})
  requireHeld(actor, wish, path)
  const secret = randomBytes(32).toString('base64url')
  const createdAt = isoNow(deps.clock)
  const token: ApiToken = {
    ...wish,
    id: newId(),
    roles: [...new Set(wish.roles)],
    acts: wish.acts ? [...new Set(wish.acts)] : null,
    ownerId: actor.id,
    createdAt,
    lastUsedAt: null,
    lastAddress: null,
    revokedAt: null,
  }
  await deps.inTransaction(async ({ tokens, recordAct }) => {
    const living = (await tokens.listOf(actor.id)).filter(
      (one) => one.revokedAt === null && one.expiresAt > createdAt,
    )
    if (living.length >= TOKENS_EACH_MAX)
      throw new AppError('token.too_many', { max: TOKENS_EACH_MAX })
    await tokens.add({
      ...token,
      secretHash: hashOfSecret(secret),
      ownerName: actor.displayName,
    })
    const { name, roles, acts, areaId, graveActs, expiresAt } = token
    await recordAct(actor, {
      act: 'token.made',
      subject: { kind: 'token', id: token.id },
      areaId,
      details: { name, roles, acts, graveActs, expiresAt },
    })
  })
  const [view] = await viewsOf(deps, actor.id, [token])
  return { token: view!, secret: tokenText(token.id, secret) }
}

/** The actor's own tokens, past ones too. */
export async function listOwnTokens(
  deps: Deps,
  actor: Actor,
): Promise<{ tokens: TokenView[] }> {
  const kept = await deps.tokens.listOf(onlyPerson(actor).id)
  return { tokens: await viewsOf(deps, actor.id, kept) }
}

/** Throws `token.not_found`. Stopping one's own asks for no proof. */
export async function revokeOwnToken(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<void> {
  await revoke(deps, onlyPerson(actor), { ownerId: actor.id, id })
}

/** Of a person in an area the actor looks after: else `account.not_found`. */
export async function listPersonTokens(
  deps: Deps,
  actor: Actor,
  personId: string,
): Promise<{ tokens: TokenView[] }> {
  const now = isoNow(deps.clock)
  await findPerson(deps, actor, { id: personId, now })
  const kept = await deps.tokens.listOf(personId)
  return { tokens: await viewsOf(deps, personId, kept) }
}

/** Throws `account.not_found`, `token.not_found`, what `requireMay` throws. */
export async function revokePersonToken(
  deps: Deps,
  actor: Actor,
  at: { id: string; tokenId: string },
): Promise<void> {
  const now = isoNow(deps.clock)
  const { paths } = await findPerson(deps, actor, { id: at.id, now })
  if (paths.length === 0) requireMay(actor, 'token.manage')
  requireMayOverAll(actor, 'token.manage', paths)
  await revoke(deps, actor, { ownerId: at.id, id: at.tokenId })
}

async function revoke(
  deps: Deps,
  actor: Actor,
  at: { ownerId: string; id: string },
): Promise<void> {
  const kept = await deps.tokens.find(at.id)
  if (kept === null || kept.token.ownerId !== at.ownerId)
    throw new AppError('token.not_found', {})
  await deps.inTransaction(async ({ tokens, recordAct }) => {
    if (!(await tokens.revoke(at.id, isoNow(deps.clock)))) return
    await recordAct(actor, {
      act: 'token.revoked',
      subject: { kind: 'token', id: at.id },
      areaId: kept.token.areaId,
      details: { name: kept.token.name, ownerId: at.ownerId },
    })
  })
}

/** Every role over the whole area, every act one that such a token may do. */
function requireHeld(
  actor: Actor,
  wish: MakeToken,
  path: readonly string[],
): void {
  const holds = (role: Role) =>
    actor.grants.some((one) => one.role === role && path.includes(one.areaId))
  const mayHold = actsOfToken({ ...wish, acts: null })
  const isHeld =
    wish.roles.every(holds) &&
    (wish.acts ?? []).every((act) => mayHold.includes(act))
  if (!isHeld) throw new AppError('token.too_much', {})
}

async function viewsOf(
  deps: Deps,
  ownerId: string,
  kept: readonly ApiToken[],
): Promise<TokenView[]> {
  const now = isoNow(deps.clock)
  const owner = await deps.people.find(ownerId)
  const held = await deps.people.listGrants(ownerId, now)
  const names = await deps.areaNames(kept.map(({ areaId }) => areaId))
  return Promise.all(
    kept.map(async ({ ownerId: _owner, ...token }) => {
      const canSignIn = owner?.frozenAt === null && !owner.temporaryPassword
      const grants = await grantsNow(deps, { ...token, ownerId }, held)
      return {
        ...token,
        areaName: names.get(token.areaId) ?? '',
        state: stateOf(token, now, canSignIn && grants.length > 0),
      }
    }),
  )
}

function stateOf(
  token: Pick<ApiToken, 'revokedAt' | 'expiresAt'>,
  now: string,
  isAwake: boolean,
): TokenState {
  if (token.revokedAt !== null) return 'revoked'
  if (token.expiresAt <= now) return 'expired'
  return isAwake ? 'works' : 'asleep'
}

/** Programs look after no tokens, their own included. */
function onlyPerson(actor: Actor): Actor {
  if (actor.kind !== 'person') throw new AppError('auth.forbidden', {})
  return actor
}
