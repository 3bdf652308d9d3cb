/**
 * The one table of who may do what where. A role counts over the area of its
 * grant and everything below. Administrators look after people and areas and
 * do not publish: the hand that makes accounts is not the hand that approves.
 */
import type { Role } from '../../../../shared/contract/api/accounts.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor } from './actor.js'

type Rule = {
  roles: readonly Role[]
  /** `area`: over the area of the thing. `anywhere`: any grant will do. */
  where: 'area' | 'anywhere'
}

const EVERY_ROLE = [
  'author',
  'approver',
  'duty',
  'technician',
  'auditor',
  'administrator',
] as const satisfies readonly Role[]

export const RULES = {
  'area.read': { roles: EVERY_ROLE, where: 'anywhere' },
  'area.manage': { roles: ['administrator'], where: 'area' },
  'account.manage': { roles: ['administrator'], where: 'area' },
  'audit.read': { roles: ['auditor', 'administrator'], where: 'area' },
  'media.read': { roles: EVERY_ROLE, where: 'anywhere' },
  'media.upload': { roles: ['author', 'approver', 'duty'], where: 'anywhere' },
  'template.read': { roles: EVERY_ROLE, where: 'anywhere' },
  'screen.read': { roles: EVERY_ROLE, where: 'area' },
  'screen.pair': { roles: ['technician', 'administrator'], where: 'area' },
  'screen.change': { roles: ['technician', 'administrator'], where: 'area' },
  'screen.revoke': { roles: ['technician', 'administrator'], where: 'area' },
  'bulletin.read': { roles: EVERY_ROLE, where: 'area' },
  'bulletin.write': { roles: ['author', 'approver'], where: 'area' },
  'bulletin.submit': { roles: ['author', 'approver'], where: 'area' },
  'bulletin.return': { roles: ['approver'], where: 'area' },
  'bulletin.release': { roles: ['approver'], where: 'area' },
  'bulletin.withdraw': { roles: ['approver', 'duty'], where: 'area' },
  'notice.read': { roles: EVERY_ROLE, where: 'area' },
  'notice.send': { roles: ['duty'], where: 'area' },
  'notice.recall': { roles: ['duty'], where: 'area' },
  'notice.confirm': { roles: ['duty'], where: 'area' },
  'notice.policy': { roles: ['administrator'], where: 'area' },
  'screen.hold': { roles: ['duty', 'approver'], where: 'area' },
  'system.operate': { roles: ['administrator'], where: 'anywhere' },
} as const satisfies Record<string, Rule>

export type Act = keyof typeof RULES

/**
 * Whether the actor may do the act on a thing in this area. `areaPath` is the
 * ids from the root down to the area itself; acts that hold `anywhere` need none.
 */
export function may(
  actor: Actor,
  act: Act,
  areaPath: readonly string[] = [],
): boolean {
  if (actor.operator) return true
  const rule: Rule = RULES[act]
  return actor.grants.some(
    (grant) =>
      rule.roles.includes(grant.role) &&
      (rule.where === 'anywhere' || areaPath.includes(grant.areaId)),
  )
}

/** Throws `auth.forbidden` unless `may`. */
export function requireMay(
  actor: Actor,
  act: Act,
  areaPath: readonly string[] = [],
): void {
  if (!may(actor, act, areaPath)) throw new AppError('auth.forbidden', { act })
}

/**
 * The areas over which the actor may do the act, for filters of lists: ids of
 * the tops of the subtrees, or 'everywhere' for the operator.
 */
export function areasWhere(actor: Actor, act: Act): 'everywhere' | string[] {
  if (actor.operator) return 'everywhere'
  const { roles }: Rule = RULES[act]
  return actor.grants
    .filter((grant) => roles.includes(grant.role))
    .map((grant) => grant.areaId)
}
