import { expect } from 'chai'
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import { actSchema } from '../../../../shared/contract/api/permissions.js'
import {
  LACKS_NOTHING,
  operatorActor,
  type Actor,
} from '../../../../cms/server/rooms/accounts/actor.js'
import { listOwnActs } from '../../../../cms/server/rooms/accounts/list-own-acts.js'
import {
  areasWhere,
  may,
  mayOverAll,
  obstacleTo,
  requireMay,
  requireMayOverAll,
  RULES,
  SECOND_FACTOR_ROLES,
  type Act,
} from '../../../../cms/server/rooms/accounts/permissions.rules.js'
import { AppError } from '../../../../shared/kernel/app-error.js'

const PATH = ['province', 'commune']
const ACTS = actSchema.options

function actorWith(role: Role, areaId: string): Actor {
  return {
    ...operatorActor(null),
    id: 'someone',
    kind: 'person',
    operator: false,
    grants: [{ role, areaId }],
  }
}

const EVERYONE = 'author approver duty technician auditor administrator'

/** The whole table, written a second time by hand: a change has to be meant. */
const EXPECTED: Record<Act, [roles: string, rest: string]> = {
  'area.read': [EVERYONE, 'read anywhere token'],
  'area.manage': ['administrator', 'write area token'],
  'area.import': ['administrator', 'write area token'],
  'group.read': [EVERYONE, 'read anywhere token'],
  'group.manage': ['administrator', 'write area token'],
  'account.read': ['auditor administrator', 'read area token'],
  'account.manage': ['administrator', 'grave area'],
  'token.make': [EVERYONE, 'grave area'],
  'token.manage': ['administrator', 'grave area'],
  'audit.read': ['auditor administrator', 'read area token'],
  'audit.export': ['auditor administrator', 'read area token'],
  'report.read': [EVERYONE, 'read area token'],
  'settings.read': ['technician auditor administrator', 'read anywhere token'],
  'settings.change': ['administrator', 'grave area'],
  'media.read': [EVERYONE, 'read anywhere token'],
  'media.upload': ['author approver duty', 'write anywhere token'],
  'media.manage': ['author approver administrator', 'write area token'],
  'template.read': [EVERYONE, 'read anywhere token'],
  'template.manage': ['administrator', 'write area token'],
  'screen.read': [EVERYONE, 'read area token'],
  'screen.pair': ['technician administrator', 'write area token'],
  'screen.change': ['technician administrator', 'write area token'],
  'screen.command': ['technician administrator', 'write area token'],
  'screen.revoke': ['technician administrator', 'grave area token'],
  'screen.hold': ['approver duty', 'grave area'],
  'bulletin.read': [EVERYONE, 'read area token'],
  'bulletin.write': ['author approver', 'write area token'],
  'bulletin.submit': ['author approver', 'write area token'],
  'bulletin.return': ['approver', 'write area token'],
  'bulletin.release': ['approver', 'grave audience'],
  'bulletin.embargo': ['approver', 'write area token'],
  'bulletin.end_early': ['approver duty', 'write area token'],
  'bulletin.withdraw': ['approver duty', 'write area token'],
  'bulletin.correct': ['approver', 'grave audience'],
  'notice.read': [EVERYONE, 'read area token'],
  'notice.send': ['duty', 'grave audience token'],
  'notice.confirm': ['duty', 'grave audience'],
  'notice.policy': ['administrator', 'write area token'],
  'notice.recall': ['duty', 'grave area token'],
  'alert.read': ['duty auditor administrator', 'read anywhere token'],
  'alert.bring': ['duty', 'write area token'],
  'alert.trust': ['administrator', 'grave area'],
  'system.operate': ['administrator', 'grave anywhere'],
}

describe('permissions', () => {
  for (const act of ACTS) {
    const [roles, rest] = EXPECTED[act]
    it(`holds ${act} as declared: ${rest}`, () => {
      const { weight, where, byToken } = RULES[act]
      const declared = [weight, where, ...(byToken ? ['token'] : [])]
      expect(declared.join(' ')).to.equal(rest)
    })
    for (const role of roleSchema.options) {
      const allowed = roles.split(' ').includes(role)
      it(`${allowed ? 'lets' : 'does not let'} ${role} do ${act}`, () => {
        for (const areaId of PATH) {
          expect(may(actorWith(role, areaId), act, PATH)).to.equal(allowed)
          const obstacle = obstacleTo(actorWith(role, areaId), act, PATH)
          expect(obstacle).to.equal(allowed ? null : 'auth.forbidden')
        }
      })
    }
  }

  it('lets nobody act in a neighbour or in what stands above', () => {
    for (const act of ACTS.filter((act) => RULES[act].where !== 'anywhere'))
      for (const role of roleSchema.options) {
        expect(may(actorWith(role, 'neighbour'), act, PATH)).to.equal(false)
        expect(may(actorWith(role, 'commune'), act, ['province'])).to.equal(
          false,
        )
        expect(may(actorWith(role, 'commune'), act)).to.equal(false)
      }
  })

  it('wants the right over the whole audience, not a part of it', () => {
    const paths = [PATH, ['province', 'neighbour']]
    const commune = actorWith('approver', 'commune')
    expect(mayOverAll(commune, 'bulletin.release', paths)).to.equal(false)
    expect(() =>
      requireMayOverAll(commune, 'bulletin.release', paths),
    ).to.throw(AppError, 'auth.forbidden')
    const province = actorWith('approver', 'province')
    expect(mayOverAll(province, 'bulletin.release', paths)).to.equal(true)
    requireMayOverAll(province, 'bulletin.release', paths)
  })

  it('lets one without grants do nothing', () => {
    const nobody = { ...actorWith('author', 'x'), grants: [] }
    for (const act of ACTS) expect(may(nobody, act, PATH)).to.equal(false)
    expect(listOwnActs(nobody)).to.deep.equal({ acts: [] })
  })

  it('lets the operator of the machine do everything', () => {
    for (const act of ACTS)
      expect(may(operatorActor('127.0.0.1'), act, [])).to.equal(true)
  })

  it('refuses with auth.forbidden and the act', () => {
    const call = () =>
      requireMay(actorWith('author', 'commune'), 'bulletin.release', PATH)
    expect(call).to.throw(AppError, 'auth.forbidden')
  })

  it('names the tops of the areas a list may show', () => {
    const actor: Actor = {
      ...actorWith('author', 'a'),
      grants: [
        { role: 'author', areaId: 'a' },
        { role: 'approver', areaId: 'b' },
        { role: 'technician', areaId: 'c' },
      ],
    }
    expect(areasWhere(actor, 'bulletin.release')).to.deep.equal(['b'])
    expect(areasWhere(actor, 'bulletin.read')).to.deep.equal(['a', 'b', 'c'])
    expect(areasWhere(operatorActor(null), 'bulletin.read')).to.equal(
      'everywhere',
    )
  })
})

describe('what stands before an act', () => {
  const lacking = (
    role: Role,
    lacks: Partial<Actor['lacks']>,
    more: Partial<Actor> = {},
  ): Actor => ({
    ...actorWith(role, 'commune'),
    lacks: { ...LACKS_NOTHING, ...lacks },
    ...more,
  })

  for (const act of ACTS)
    for (const role of roleSchema.options) {
      const allowed = EXPECTED[act][0].split(' ').includes(role)
      const { weight } = RULES[act]
      it(`asks a second factor of ${role} for ${act} where it must`, () => {
        const needed = weight !== 'read' && SECOND_FACTOR_ROLES.includes(role)
        const actor = lacking(role, { secondFactor: true })
        expect(obstacleTo(actor, act, PATH)).to.equal(
          allowed
            ? needed
              ? 'auth.second_factor_required'
              : null
            : 'auth.forbidden',
        )
      })
      it(`asks ${role} to prove it anew for ${act} where it is grave`, () => {
        const actor = lacking(role, { recentProof: true })
        expect(obstacleTo(actor, act, PATH)).to.equal(
          allowed
            ? weight === 'grave'
              ? 'auth.proof_required'
              : null
            : 'auth.forbidden',
        )
      })
    }

  it('needs no second factor for a right held by another role as well', () => {
    const grants: Actor['grants'] = [
      { role: 'approver', areaId: 'province' },
      { role: 'author', areaId: 'commune' },
    ]
    const both = lacking('author', { secondFactor: true }, { grants })
    expect(obstacleTo(both, 'bulletin.write', PATH)).to.equal(null)
    expect(obstacleTo(both, 'bulletin.write', ['province'])).to.equal(
      'auth.second_factor_required',
    )
  })

  it('does nothing at all before a password of one’s own', () => {
    const actor = lacking('administrator', { ownPassword: true })
    for (const act of ACTS)
      expect(obstacleTo(actor, act, PATH)).to.equal(
        'auth.password_change_required',
      )
  })

  it('keeps from programs what takes a human hand', () => {
    for (const role of roleSchema.options) {
      const program = lacking(role, {}, { kind: 'token' })
      for (const act of ACTS.filter((act) => !RULES[act].byToken))
        expect(may(program, act, PATH)).to.equal(false)
    }
  })

  it('tells each person all of it', () => {
    const { acts } = listOwnActs(lacking('approver', { secondFactor: true }))
    expect(acts.find(({ act }) => act === 'bulletin.release')).to.deep.equal({
      act: 'bulletin.release',
      where: 'audience',
      areaIds: ['commune'],
      everywhere: false,
      lacksSecondFactor: true,
      recentProof: true,
    })
    expect(acts.map(({ act }) => act)).not.to.include('account.manage')
    const operator = listOwnActs(operatorActor(null)).acts
    expect(operator.map(({ act }) => act)).to.deep.equal(ACTS)
  })
})
