/** What a token is worth: never more than its owner holds at this moment. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Role } from '../../../../shared/contract/api/accounts.js'
import { TOKEN_DAYS_MAX } from '../../../../shared/contract/api/tokens.js'
import type { ActorGrant } from './actor.js'
import type { ApiToken } from './api-token.repository.js'
import { RULES, type Act } from './permissions.rules.js'

const DAY_MS = 86_400_000
/** So that a leak is one of a handful, each with its purpose. */
export const TOKENS_EACH_MAX = 20

/** `bt_<id>_<secret>`: the prefix lets scanners of leaks know it. */
export function tokenText(id: string, secret: string): string {
  return `bt_${id}_${secret}`
}

export function readTokenText(
  text: string,
): { id: string; secret: string } | null {
  const match = /^bt_([0-9a-z]{20})_([A-Za-z0-9_-]{43})$/.exec(text)
  return match === null ? null : { id: match[1]!, secret: match[2]! }
}

/** Of 256 random bits: a fast hash is enough. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function isSecret(secret: string, hash: string): boolean {
  return timingSafeEqual(
    Buffer.from(hashOfSecret(secret), 'hex'),
    Buffer.from(hash, 'hex'),
  )
}

export function isGoodExpiry(expiresAt: string, now: number): boolean {
  const days = (Date.parse(expiresAt) - now) / DAY_MS
  return days > 0 && days <= TOKEN_DAYS_MAX
}

/** What these roles let a program do; grave acts only when it was said. */
export function actsOfToken(
  token: Pick<ApiToken, 'roles' | 'acts' | 'graveActs'>,
): Act[] {
  return (Object.keys(RULES) as Act[]).filter((act) => {
    const { roles, byToken, weight } = RULES[act]
    if (!byToken || (weight === 'grave' && !token.graveActs)) return false
    if (token.acts !== null && !token.acts.includes(act)) return false
    return roles.some((role) => token.roles.includes(role))
  })
}

/** A grant of the owner with the path of its area, root first. */
export type PlacedGrant = ActorGrant & { path: readonly string[] }

/**
 * The token's part of what its owner holds: each of its roles where both the
 * grant and the token reach. Of two subtrees one holds the other, or they
 * have nothing in common.
 */
export function grantsOfToken(
  token: { roles: readonly Role[]; path: readonly string[] },
  grants: readonly PlacedGrant[],
): ActorGrant[] {
  const top = token.path.at(-1)
  return grants.flatMap(({ role, areaId, path }) => {
    if (!token.roles.includes(role) || top === undefined) return []
    if (token.path.includes(areaId)) return [{ role, areaId: top }]
    return path.includes(top) ? [{ role, areaId }] : []
  })
}
