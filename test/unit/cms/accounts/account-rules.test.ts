import { expect } from 'chai'
import fc from 'fast-check'
import {
  GRACE_MS,
  lacksOf,
  PROOF_MS,
} from '../../../../cms/server/rooms/accounts/assurance.rules.js'
import { requireGoodPassword } from '../../../../cms/server/rooms/accounts/password.rules.js'
import {
  isWithin,
  tryPolicy,
  waitMs,
} from '../../../../cms/server/rooms/accounts/sign-in-tries.rules.js'
import {
  nameSkeleton,
  normaliseUserName,
  requireUserName,
} from '../../../../cms/server/rooms/accounts/user-name.rules.js'

const NOW = Date.parse('2026-03-15T00:00:00.000Z')
const at = (ms: number) => new Date(NOW + ms).toISOString()

describe('what a session lacks', () => {
  const held = (role: 'author' | 'approver', since: string) => ({
    proof: { provedAt: at(0), secondFactor: false },
    grants: [{ role, areaId: 'a', since }],
    temporaryPassword: false,
    relaxed: false,
  })

  it('is a second factor from the end of the grace on, for the roles that need one', () => {
    const given = held('approver', at(0))
    expect(lacksOf(given, NOW + GRACE_MS - 1).secondFactor).to.equal(false)
    expect(lacksOf(given, NOW + GRACE_MS).secondFactor).to.equal(true)
    const author = held('author', at(0))
    expect(lacksOf(author, NOW + 9 * GRACE_MS).secondFactor).to.equal(false)
    const shown = {
      ...given,
      proof: { provedAt: at(0), secondFactor: true },
    }
    expect(lacksOf(shown, NOW + 9 * GRACE_MS).secondFactor).to.equal(false)
    const demo = { ...given, relaxed: true }
    expect(lacksOf(demo, NOW + 9 * GRACE_MS).secondFactor).to.equal(false)
  })

  it('is a recent proof once the last is old, even by a clock set back', () => {
    const given = held('author', at(0))
    expect(lacksOf(given, NOW + PROOF_MS).recentProof).to.equal(false)
    expect(lacksOf(given, NOW + PROOF_MS + 1).recentProof).to.equal(true)
    expect(lacksOf(given, NOW - PROOF_MS - 1).recentProof).to.equal(true)
    const never = { ...given, proof: { provedAt: null, secondFactor: false } }
    expect(lacksOf(never, NOW).recentProof).to.equal(true)
  })
})

describe('the wait after failures', () => {
  const policy = tryPolicy(3)

  it('is none while they are free, then doubles, and ends', () => {
    const wait = (failures: number, later = 0) =>
      waitMs(policy, { failures, lastAt: at(0) }, NOW + later)
    expect([0, 1, 2].map((n) => wait(n))).to.deep.equal([0, 0, 0])
    expect([3, 4, 5].map((n) => wait(n))).to.deep.equal([
      30_000, 60_000, 120_000,
    ])
    expect(wait(1000)).to.equal(policy.maxMs)
    expect(wait(1000, policy.maxMs)).to.equal(0)
    expect(waitMs(policy, null, NOW)).to.equal(0)
  })

  it('lets no more through at once than are free, however they race', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 2, max: 50 }),
        (free, racers) => {
          const counts = Array.from({ length: racers }, (_one, n) => n + 1)
          const through = counts.filter((counted) =>
            isWithin(tryPolicy(free), 0, counted),
          )
          expect(through.length).to.be.at.most(free)
        },
      ),
    )
  })
})

describe('user names', () => {
  it('are one however they were typed', () => {
    expect(normaliseUserName(' Ｈａ ')).to.equal('ha')
    expect(requireUserName('Nguyen.HA')).to.equal('nguyen.ha')
  })

  for (const name of ['', 'a', '1ha', 'hà', 'hа', 'a b', 'a\u200bb', 'system'])
    it(`refuse ${JSON.stringify(name)}`, () => {
      expect(() => requireUserName(name)).to.throw('account.name_invalid')
    })

  it('have one skeleton where the eye sees one name', () => {
    for (const [one, other] of [
      ['quantri', 'quantr1'],
      ['quantri', 'quantrl'],
      ['son', 's0n'],
      ['mai', 'rnai'],
      ['w.an', 'vvan'],
    ] as const)
      expect(nameSkeleton(one)).to.equal(nameSkeleton(other))
    expect(nameSkeleton('ha')).not.to.equal(nameSkeleton('hai'))
  })
})

describe('passwords', () => {
  for (const password of [
    'ngan',
    'aaaaaaaaaaaa',
    'matkhau123456',
    'Matkhau@2026',
    'gialai@2025',
    'password123456',
    'qwertyuiop123',
    'nguyenvana1',
    'Nguyễn văn A 1',
    '0123456789',
    'x'.repeat(129),
  ])
    it(`refuse ${password.slice(0, 20)}`, async () => {
      const refused: unknown = await requireGoodPassword(
        password,
        'nguyenvana',
      ).catch((error: unknown) => error)
      expect(refused).to.have.property('code', 'account.weak_password')
    })

  for (const password of [
    'mat-khau-thu-nghiem-1',
    'muoi hai con trâu trắng',
    'bon-tu-khong-lien-quan',
    '4f1c-09be-77ad',
  ])
    it(`take ${password}`, () => requireGoodPassword(password, 'thuy'))
})
