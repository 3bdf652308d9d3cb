/**
 * The one table of who may do what where, and how sure we must be of who it
 * is. A role counts over the area of its grant and everything below.
 * Administrators look after people and areas and do not publish: the hand that
 * makes accounts is not the hand that approves.
 */
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import type { Act } from '../../../../shared/contract/api/permissions.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Actor, ActorGrant } from './actor.js'

export type { Act }

export type Rule = {
  roles: readonly Role[]
  where: 'anywhere' | 'area' | 'audience'
  /**
   * `read`: a password is enough. `write`: roles that need a second factor
   * need it here. `grave`: besides, the person has proved who it is a short
   * while ago (recent-proof.rules.ts).
   */
  weight: 'read' | 'write' | 'grave'
  /** Whether an API token may ever hold it: some acts take a human hand. */
  byToken: boolean
}

/** Their acts are refused without a second factor, once the grace is over. */
export const SECOND_FACTOR_ROLES: readonly Role[] = [
  'approver',
  'duty',
  'administrator',
]

const EVERY_ROLE = roleSchema.options
const WRITERS = ['author', 'approver'] as const
const FITTERS = ['technician', 'administrator'] as const

const read = (roles: readonly Role[], where: Rule['where']): Rule => ({
  roles,
  where,
  weight: 'read',
  byToken: true,
})
const write = (roles: readonly Role[], where: Rule['where']): Rule => ({
  ...read(roles, where),
  weight: 'write',
})
const grave = (roles: readonly Role[], where: Rule['where']): Rule => ({
  ...read(roles, where),
  weight: 'grave',
})
/** Only by a person at the console, never by a program. */
const inPerson = (rule: Rule): Rule => ({ ...rule, byToken: false })

export const RULES: Readonly<Record<Act, Rule>> = {
  'area.read': read(EVERY_ROLE, 'anywhere'),
  'area.manage': write(['administrator'], 'area'),
  'area.import': write(['administrator'], 'area'),
  'group.read': read(EVERY_ROLE, 'anywhere'),
  'group.manage': write(['administrator'], 'area'),
  'account.read': read(['auditor', 'administrator'], 'area'),
  'account.manage': inPerson(grave(['administrator'], 'area')),
  'token.make': inPerson(grave(EVERY_ROLE, 'area')),
  'token.manage': inPerson(grave(['administrator'], 'area')),
  'audit.read': read(['auditor', 'administrator'], 'area'),
  'audit.export': read(['auditor', 'administrator'], 'area'),
  'report.read': read(EVERY_ROLE, 'area'),
  'settings.read': read(['auditor', 'technician', 'administrator'], 'anywhere'),
  'settings.change': inPerson(grave(['administrator'], 'area')),
  'media.read': read(EVERY_ROLE, 'anywhere'),
  'media.upload': write(['author', 'approver', 'duty'], 'anywhere'),
  'media.manage': write(['author', 'approver', 'administrator'], 'area'),
  'template.read': read(EVERY_ROLE, 'anywhere'),
  'template.manage': write(['administrator'], 'area'),
  'screen.read': read(EVERY_ROLE, 'area'),
  'screen.pair': write(FITTERS, 'area'),
  'screen.change': write(FITTERS, 'area'),
  'screen.command': write(FITTERS, 'area'),
  'screen.revoke': grave(FITTERS, 'area'),
  'screen.hold': inPerson(grave(['duty', 'approver'], 'area')),
  'bulletin.read': read(EVERY_ROLE, 'area'),
  'bulletin.write': write(WRITERS, 'area'),
  'bulletin.submit': write(WRITERS, 'area'),
  'bulletin.return': write(['approver'], 'area'),
  'bulletin.release': inPerson(grave(['approver'], 'audience')),
  'bulletin.embargo': write(['approver'], 'area'),
  'bulletin.end_early': write(['approver', 'duty'], 'area'),
  'bulletin.withdraw': write(['approver', 'duty'], 'area'),
  'bulletin.correct': inPerson(grave(['approver'], 'audience')),
  'notice.read': read(EVERY_ROLE, 'area'),
  'notice.send': grave(['duty'], 'audience'),
  'notice.confirm': inPerson(grave(['duty'], 'audience')),
  'notice.policy': write(['administrator'], 'area'),
  'notice.recall': grave(['duty'], 'area'),
  'alert.read': read(['duty', 'auditor', 'administrator'], 'anywhere'),
  'alert.bring': write(['duty'], 'area'),
  'alert.trust': inPerson(grave(['administrator'], 'area')),
  'system.operate': inPerson(grave(['administrator'], 'anywhere')),
}

/** What stands between a person who has the right and the act. */
export type Obstacle =
  | 'auth.forbidden'
  | 'auth.password_change_required'
  | 'auth.second_factor_required'
  | 'auth.proof_required'

/**
 * Whether the actor has the right to do the act on a thing in this area: what
 * to offer. `areaPath` is the ids from the root down to the area itself; acts
 * that hold `anywhere` need none. Doing it may still ask for a second factor
 * or a new proof: `requireMay`.
 */
export function may(
  actor: Actor,
  act: Act,
  areaPath: readonly string[] = [],
): boolean {
  if (actor.operator) return true
  return grantsFor(actor, act, areaPath).length > 0
}

/** The right over each of the areas: of an audience, all of it. */
export function mayOverAll(
  actor: Actor,
  act: Act,
  areaPaths: readonly (readonly string[])[],
): boolean {
  return areaPaths.every((path) => may(actor, act, path))
}

/**
 * Throws unless the actor may do it now: `auth.forbidden` without the right,
 * `auth.password_change_required`, `auth.second_factor_required` or
 * `auth.proof_required` when only that is missing.
 */
export function requireMay(
  actor: Actor,
  act: Act,
  areaPath: readonly string[] = [],
): void {
  const obstacle = obstacleTo(actor, act, areaPath)
  if (obstacle === null) return
  const refusal: Refusal = {
    areaId: areaPath.at(-1) ?? null,
    hidden: obstacle === 'auth.forbidden' && !sees(actor, act, areaPath),
  }
  throw new AppError(obstacle, { act, refusal })
}

/** For the door and the audit; it never leaves the house. */
export type Refusal = {
  areaId: string | null
  /** Outside every area of the actor: there the thing does not exist. */
  hidden: boolean
}

/** Whatever role: who serves an area knows what is in it. */
function sees(actor: Actor, act: Act, areaPath: readonly string[]): boolean {
  if (RULES[act].where === 'anywhere' || areaPath.length === 0) return true
  return actor.grants.some((grant) => areaPath.includes(grant.areaId))
}

/**
 * `requireMay` over each of the areas: of an audience, all of it. They are
 * named by who asks, so a refusal hides none of them.
 */
export function requireMayOverAll(
  actor: Actor,
  act: Act,
  areaPaths: readonly (readonly string[])[],
): void {
  for (const path of areaPaths) {
    const obstacle = obstacleTo(actor, act, path)
    if (obstacle === null) continue
    const refusal = { areaId: path.at(-1) ?? null, hidden: false }
    throw new AppError(obstacle, { act, refusal })
  }
}

/** Why the actor may not do it now; null when nothing is in the way. */
export function obstacleTo(
  actor: Actor,
  act: Act,
  areaPath: readonly string[] = [],
): Obstacle | null {
  if (actor.operator) return null
  const { lacks } = actor
  const { weight } = RULES[act]
  if (lacks.ownPassword) return 'auth.password_change_required'
  const grants = grantsFor(actor, act, areaPath)
  if (grants.length === 0) return 'auth.forbidden'
  if (weight === 'read') return null
  if (lacks.secondFactor && grants.every(needsSecondFactor))
    return 'auth.second_factor_required'
  if (weight === 'grave' && lacks.recentProof) return 'auth.proof_required'
  return null
}

/**
 * The areas over which the actor may do the act, for filters of lists: ids of
 * the tops of the subtrees, or 'everywhere' for the operator.
 */
export function areasWhere(actor: Actor, act: Act): 'everywhere' | string[] {
  if (actor.operator) return 'everywhere'
  if (!isOpenTo(actor, act)) return []
  const { roles } = RULES[act]
  return actor.grants
    .filter((grant) => roles.includes(grant.role))
    .map((grant) => grant.areaId)
}

function grantsFor(
  actor: Actor,
  act: Act,
  areaPath: readonly string[],
): ActorGrant[] {
  const rule = RULES[act]
  if (!isOpenTo(actor, act)) return []
  return actor.grants.filter(
    (grant) =>
      rule.roles.includes(grant.role) &&
      (rule.where === 'anywhere' || areaPath.includes(grant.areaId)),
  )
}

/** What a program may not do at all, or was not given to do. */
function isOpenTo(actor: Actor, act: Act): boolean {
  if (actor.kind === 'token' && !RULES[act].byToken) return false
  return actor.acts === undefined || actor.acts.includes(act)
}

/** A right held by another role as well is not lost with the one. */
function needsSecondFactor(grant: ActorGrant): boolean {
  return SECOND_FACTOR_ROLES.includes(grant.role)
}
