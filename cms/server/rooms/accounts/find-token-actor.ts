import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { LACKS_NOTHING, type Actor, type DatedGrant } from './actor.js'
import {
  actsOfToken,
  grantsOfToken,
  isSecret,
  readTokenText,
  type PlacedGrant,
} from './api-token.rules.js'
import type { ApiToken, ApiTokenRepository } from './api-token.repository.js'
import { lacksOf } from './assurance.rules.js'
import type { FactorRepository } from './factor.repository.js'
import type { PersonRepository } from './person.repository.js'

export type TokenDeps = {
  tokens: Pick<ApiTokenRepository, 'find' | 'noteUse'>
  people: Pick<PersonRepository, 'find' | 'listGrants'>
  factors: Pick<FactorRepository, 'hasAuthenticator' | 'listPasskeys'>
  clock: Clock
  relaxed: boolean
  /** Throws for an area that is not there. */
  areaPathOf(areaId: string): Promise<string[]>
}

/** How exactly the last use is known. */
const USE_MS = 60_000

/**
 * Whom a token acts for: its owner, with the part of the owner's present
 * rights that the token names. Null for what is no token, for one that is
 * revoked or over, and for one of an owner who may not sign in.
 */
export async function findTokenActor(
  deps: TokenDeps,
  text: string,
  address: string | null,
): Promise<Actor | null> {
  const read = readTokenText(text)
  const kept = read === null ? null : await deps.tokens.find(read.id)
  if (read === null || kept === null) return null
  const { token, secretHash } = kept
  const now = isoNow(deps.clock)
  if (!isSecret(read.secret, secretHash)) return null
  if (token.revokedAt !== null || token.expiresAt <= now) return null
  const owner = await deps.people.find(token.ownerId)
  if (owner === null || owner.frozenAt !== null || owner.temporaryPassword)
    return null
  const held = await deps.people.listGrants(owner.id, now)
  const grants = await grantsNow(deps, token, held)
  await noteUse(deps, token, address)
  return {
    id: owner.id,
    userName: owner.userName,
    displayName: owner.displayName,
    post: owner.post,
    grants,
    kind: 'token',
    tokenId: token.id,
    acts: actsOfToken(token),
    lacks: {
      ...LACKS_NOTHING,
      secondFactor: await lacksFactor(deps, owner.id, held),
    },
    operator: false,
    address,
  }
}

/** What the token holds now; empty when its owner lost all of it. */
export async function grantsNow(
  deps: Pick<TokenDeps, 'areaPathOf'>,
  token: ApiToken,
  held: readonly DatedGrant[],
) {
  const pathOf = (areaId: string) =>
    // An area that is gone gives nothing.
    deps.areaPathOf(areaId).catch((): string[] => [])
  const wanted = held.filter(({ role }) => token.roles.includes(role))
  const placed = await Promise.all(
    wanted.map(async ({ role, areaId }): Promise<PlacedGrant> => ({
      role,
      areaId,
      path: await pathOf(areaId),
    })),
  )
  const path = await pathOf(token.areaId)
  return grantsOfToken({ roles: token.roles, path }, placed)
}

/** An owner without any second factor may not act either, grace over. */
async function lacksFactor(
  deps: TokenDeps,
  ownerId: string,
  grants: readonly DatedGrant[],
): Promise<boolean> {
  const proof = { provedAt: null, secondFactor: false }
  const { relaxed } = deps
  const lacks = lacksOf(
    { proof, grants, temporaryPassword: false, relaxed },
    deps.clock.now(),
  )
  if (!lacks.secondFactor) return false
  if (await deps.factors.hasAuthenticator(ownerId)) return false
  return (await deps.factors.listPasskeys(ownerId)).length === 0
}

async function noteUse(
  { tokens, clock }: TokenDeps,
  { id, lastUsedAt, lastAddress }: ApiToken,
  address: string | null,
): Promise<void> {
  const age =
    lastUsedAt === null ? Infinity : clock.now() - Date.parse(lastUsedAt)
  if (Math.abs(age) < USE_MS && lastAddress === address) return
  await tokens.noteUse(id, { at: isoNow(clock), address })
}
