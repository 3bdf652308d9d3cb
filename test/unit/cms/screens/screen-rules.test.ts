import { expect } from 'chai'
import fc from 'fast-check'
import { areaTreeOf } from '../../../../cms/server/rooms/screens/area-tree.js'
import { spreadMsFor } from '../../../../cms/server/rooms/screens/announcer.port.js'
import {
  covers,
  screensOf,
} from '../../../../cms/server/rooms/screens/audience.rules.js'
import {
  judgeHealth,
  type HealthFacts,
} from '../../../../cms/server/rooms/screens/health.rules.js'
import {
  newPairingCode,
  normaliseCode,
} from '../../../../cms/server/rooms/screens/pairing.rules.js'
import { textStepFor } from '../../../../cms/server/rooms/screens/text-step.rules.js'
import { healthyStatus } from '../../../support/fake-screen.js'

describe('a pairing code', () => {
  it('is six characters that nobody mistakes, whatever the random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        expect(newPairingCode(bytes)).to.match(/^[2-9A-HJ-NP-Z]{6}$/)
      }),
    )
  })

  it('is understood however it was typed', () => {
    expect(normaliseCode(' ab2-cd3 ')).to.equal('AB2CD3')
  })
})

describe('the health of a screen', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')
  const facts: HealthFacts = {
    revokedAt: null,
    connected: true,
    lastSeenAt: '2026-11-23T09:59:50.000Z',
    status: healthyStatus({ manifestNumber: 5 }),
    manifestNumber: 5,
    now,
  }
  const refusal = (at: string) =>
    healthyStatus({
      manifestNumber: 5,
      refusals: [{ what: 'manifest', reason: 'bad_seal', at }],
    })

  for (const [what, changed, health] of [
    ['all is well', {}, 'ok'],
    ['it was revoked', { revokedAt: '2026-11-01T00:00:00.000Z' }, 'revoked'],
    [
      'nothing was heard for three minutes',
      { connected: false, lastSeenAt: '2026-11-23T09:57:00.000Z' },
      'offline',
    ],
    [
      'it polls without a socket',
      { connected: false, lastSeenAt: '2026-11-23T09:58:00.000Z' },
      'ok',
    ],
    ['it never reported', { status: null }, 'syncing'],
    [
      'its stage is dead',
      { status: healthyStatus({ stageAlive: false }) },
      'stage_dead',
    ],
    [
      'it refused lately',
      { status: refusal('2026-11-23T09:50:00.000Z') },
      'refusing',
    ],
    [
      'it refused long ago',
      { status: refusal('2026-11-23T08:00:00.000Z') },
      'ok',
    ],
    ['it plays an older manifest', { manifestNumber: 6 }, 'outdated'],
  ] as const)
    it(`is ${health} when ${what}`, () => {
      expect(judgeHealth({ ...facts, ...changed })).to.equal(health)
    })
})

describe('an audience', () => {
  const tree = areaTreeOf(
    [
      ['tinh', ['tinh']],
      ['xa', ['tinh', 'xa']],
      ['lang', ['tinh', 'xa', 'lang']],
      ['khac', ['tinh', 'khac']],
    ].map(([id, path]) => ({
      id: id as string,
      path: path as string[],
      parentId: null,
      kind: 'commune' as const,
      name: id as string,
      validFrom: '0001-01-01',
      validUntil: null,
      version: 1,
      tags: [],
    })),
  )
  const screens = ['tinh', 'xa', 'lang', 'khac'].map((areaId) => ({
    id: `man-${areaId}`,
    areaId,
    revokedAt: null,
  }))

  it('covers an area and all below it, and single screens', () => {
    const found = screensOf(
      { areaIds: ['xa'], screenIds: ['man-khac'] },
      screens,
      tree.pathOf,
    )
    expect(found.map(({ id }) => id)).to.deep.equal([
      'man-xa',
      'man-lang',
      'man-khac',
    ])
  })

  it('never covers a revoked screen, nor anything when it is empty', () => {
    const revoked = { id: 'man-xa', areaId: 'xa', revokedAt: '2026-01-01' }
    const all = { areaIds: ['tinh'], screenIds: ['man-xa'] }
    expect(covers(all, revoked, tree.pathOf)).to.equal(false)
    const none = { areaIds: [], screenIds: [] }
    expect(screensOf(none, screens, tree.pathOf)).to.deep.equal([])
  })
})

describe('the text of a screen', () => {
  it('grows with the distance and shrinks with the glass', () => {
    const step = (diagonalInches: number, viewingMetres: number) =>
      textStepFor({ diagonalInches, viewingMetres })
    expect(step(55, 4)).to.equal(1)
    expect(step(75, 4)).to.equal(1)
    expect(step(49, 4)).to.equal(1.15)
    expect(step(43, 4)).to.equal(1.3)
    expect(step(32, 4)).to.equal(1.72)
    expect(step(32, 20)).to.equal(1.72)
  })
})

describe('the spread of a pull', () => {
  it('is nothing for a few and polite for many', () => {
    expect(spreadMsFor(1)).to.equal(0)
    expect(spreadMsFor(1000)).to.equal(2000)
    expect(spreadMsFor(1_000_000)).to.equal(300_000)
  })
})
