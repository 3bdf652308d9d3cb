import { expect } from 'chai'
import type { Manifest } from '../../../../shared/contract/manifest.js'
import { asOfAt } from '../../../../shared/programme/alone.js'
import { explain } from '../../../../shared/programme/explain.js'
import { glassLightAt } from '../../../../shared/programme/power.js'
import { withoutTimes } from '../../../../shared/programme/timeless.js'
import { whatIsOn } from '../../../../shared/programme/what-is-on.js'
import { makeItem, makeManifest } from './make-manifest.js'

const HOUR = 3_600_000
/** 08:00 in the hall, a Tuesday. */
const NOW = Date.parse('2026-11-24T01:00:00.000Z')
const at = (ms: number) => new Date(ms).toISOString()

const manifest = (heardHoursAgo: number | null): Manifest => ({
  ...makeManifest({
    items: [
      makeItem({ id: 'item-prices', category: 'prices' }),
      makeItem({ id: 'item-notice', category: 'notice' }),
    ],
  }),
  staleAfter: at(NOW + 1000 * HOUR),
  alone: [
    { category: 'prices', afterHours: 24, then: 'drop' },
    { category: '*', afterHours: 72, then: 'mark' },
  ],
  ...(heardHoursAgo === null
    ? {}
    : { confirmedAt: at(NOW - heardHoursAgo * HOUR) }),
})
const reasons = (of: Manifest) =>
  Object.fromEntries(explain(of, NOW).map((e) => [e.itemId, e.reason]))

describe('a screen that has been alone for long', () => {
  it('drops old prices and says so, and keeps the rest', () => {
    expect(reasons(manifest(23))['item-prices']).not.to.equal('alone_too_long')
    const late = manifest(25)
    expect(reasons(late)['item-prices']).to.equal('alone_too_long')
    expect(reasons(late)['item-notice']).to.equal('on_now')
  })

  it('never shows what it dropped, at any instant', () => {
    const late = manifest(25)
    for (let ms = 0; ms < HOUR; ms += 7000) {
      const on = whatIsOn(late, NOW + ms)
      expect(on.kind === 'item' && on.item.id).to.equal('item-notice')
    }
  })

  it('names the instant it last heard once a rule holds', () => {
    const [prices, notice] = manifest(0).items
    expect(asOfAt(manifest(71), notice ?? null, NOW)).to.equal(null)
    expect(asOfAt(manifest(73), notice ?? null, NOW)).to.equal(NOW - 73 * HOUR)
    expect(asOfAt(manifest(25), null, NOW), 'the holding slide').to.equal(
      NOW - 25 * HOUR,
    )
    expect(prices?.category).to.equal('prices')
  })

  it('goes to the holding slide where the authority wants that', () => {
    const strict: Manifest = {
      ...manifest(5),
      alone: [{ category: '*', afterHours: 4, then: 'drop' }],
    }
    expect(whatIsOn(strict, NOW).kind).to.equal('holding')
  })

  it('is not told by what the CMS itself sealed', () => {
    expect(reasons(manifest(null))['item-prices']).not.to.equal(
      'alone_too_long',
    )
  })
})

describe('the light of the glass', () => {
  const lit = (power: Manifest['screen']['power']): Manifest => {
    const made = makeManifest({})
    return { ...made, screen: { ...made.screen, ...(power ? { power } : {}) } }
  }
  it('is on where nobody decided anything', () => {
    expect(glassLightAt(lit(undefined), NOW)).to.deep.equal({ level: 'on' })
  })
  it('goes by hours, days and the evening', () => {
    const day = lit({
      on: [{ from: '07:00', to: '21:00' }],
      weekdays: [1, 2, 3, 4, 5],
      dim: [{ from: '18:00', to: '21:00', percent: 40 }],
    })
    expect(glassLightAt(day, NOW).level).to.equal('on')
    expect(glassLightAt(day, NOW - 2 * HOUR).level).to.equal('off')
    expect(glassLightAt(day, NOW + 11 * HOUR)).to.deep.equal({
      level: 'dim',
      percent: 40,
    })
    expect(glassLightAt(day, NOW + 4 * 24 * HOUR).level, 'Saturday').to.equal(
      'off',
    )
  })
})

describe('a manifest by a wrong clock', () => {
  it('keeps what no time bounds and nothing else', () => {
    const made = makeManifest({
      items: [
        makeItem({ id: 'item-free' }),
        makeItem({ id: 'item-end', schedule: { expiresAt: at(NOW) } }),
        makeItem({ id: 'item-days', schedule: { weekdays: [1] } }),
      ],
    })
    expect(withoutTimes(made).items.map(({ id }) => id)).to.deep.equal([
      'item-free',
    ])
    expect(withoutTimes(made).notices).to.deep.equal([])
  })
})
