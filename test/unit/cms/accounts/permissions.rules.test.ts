import { expect } from 'chai'
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import {
  operatorActor,
  type Actor,
} from '../../../../cms/server/rooms/accounts/actor.js'
import {
  areasWhere,
  may,
  requireMay,
  RULES,
  type Act,
} from '../../../../cms/server/rooms/accounts/permissions.rules.js'
import { AppError } from '../../../../shared/kernel/app-error.js'

const PATH = ['province', 'commune']
const ACTS = Object.keys(RULES) as Act[]

function actorWith(role: Role, areaId: string): Actor {
  return {
    ...operatorActor(null),
    id: 'someone',
    operator: false,
    grants: [{ role, areaId }],
  }
}

/** The whole table, written a second time by hand: a change has to be meant. */
const EXPECTED: Record<Act, string> = {
  'area.read': 'author approver duty technician auditor administrator',
  'area.manage': 'administrator',
  'account.manage': 'administrator',
  'audit.read': 'auditor administrator',
  'media.read': 'author approver duty technician auditor administrator',
  'media.upload': 'author approver duty',
  'template.read': 'author approver duty technician auditor administrator',
  'screen.read': 'author approver duty technician auditor administrator',
  'screen.pair': 'technician administrator',
  'screen.change': 'technician administrator',
  'screen.revoke': 'technician administrator',
  'bulletin.read': 'author approver duty technician auditor administrator',
  'bulletin.write': 'author approver',
  'bulletin.submit': 'author approver',
  'bulletin.return': 'approver',
  'bulletin.release': 'approver',
  'bulletin.withdraw': 'approver duty',
  'notice.read': 'author approver duty technician auditor administrator',
  'notice.send': 'duty',
  'notice.confirm': 'duty',
  'notice.policy': 'administrator',
  'screen.hold': 'approver duty',
  'notice.recall': 'duty',
  'system.operate': 'administrator',
}

describe('permissions', () => {
  for (const act of ACTS)
    for (const role of roleSchema.options) {
      const allowed = EXPECTED[act].split(' ').includes(role)
      it(`${allowed ? 'lets' : 'does not let'} ${role} do ${act}`, () => {
        expect(may(actorWith(role, 'commune'), act, PATH)).to.equal(allowed)
        expect(may(actorWith(role, 'province'), act, PATH)).to.equal(allowed)
      })
    }

  it('lets nobody act in a neighbour or in what stands above', () => {
    for (const act of ACTS.filter((act) => RULES[act].where === 'area'))
      for (const role of roleSchema.options) {
        expect(may(actorWith(role, 'neighbour'), act, PATH)).to.equal(false)
        expect(may(actorWith(role, 'commune'), act, ['province'])).to.equal(
          false,
        )
      }
  })

  it('lets one without grants do nothing', () => {
    const nobody = { ...actorWith('author', 'x'), grants: [] }
    for (const act of ACTS) expect(may(nobody, act, PATH)).to.equal(false)
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
