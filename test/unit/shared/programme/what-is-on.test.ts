import { expect } from 'chai'
import type { Manifest } from '../../../../shared/contract/manifest.js'
import {
  showingsBetween,
  whatIsOn,
  type Showing,
} from '../../../../shared/programme/what-is-on.js'
import { HASH, iso, makeItem, makeManifest, ms } from './make-manifest.js'

const slide = (language: 'vi' | 'en' | 'jra', slotSeconds: number) => ({
  language,
  sha256: HASH,
  slotSeconds,
})

const nameOf = (showing: Showing) =>
  showing.kind === 'item' ? showing.item.id : showing.kind

const namesFrom = (manifest: Manifest, from: string, count: number) =>
  showingsBetween(manifest, ms(from), Infinity, count).map(nameOf)

const NOON = '2026-03-11T05:00:00.000Z'

describe('what is on', () => {
  it('holds when there is nothing, without bounds', () => {
    expect(whatIsOn(makeManifest(), ms(NOON))).to.deep.equal({
      kind: 'holding',
      startsAt: null,
      endsAt: null,
    })
  })

  it('holds exactly until something becomes eligible, and after it ended', () => {
    const manifest = makeManifest({
      items: [
        makeItem({
          schedule: {
            notBefore: '2026-03-11T06:00:00.000Z',
            expiresAt: '2026-03-11T07:00:00.000Z',
          },
        }),
      ],
    })
    expect(whatIsOn(manifest, ms(NOON))).to.deep.equal({
      kind: 'holding',
      startsAt: null,
      endsAt: ms('2026-03-11T06:00:00.000Z'),
    })
    const first = whatIsOn(manifest, ms('2026-03-11T06:00:00.000Z'))
    expect(nameOf(first)).to.equal('item-1')
    expect(first.startsAt).to.equal(ms('2026-03-11T06:00:00.000Z'))
    const last = whatIsOn(manifest, ms('2026-03-11T06:59:59.999Z'))
    expect(last.endsAt).to.equal(ms('2026-03-11T07:00:00.000Z'))
    expect(whatIsOn(manifest, ms('2026-03-11T07:00:00.000Z'))).to.deep.include({
      kind: 'holding',
      endsAt: null,
    })
  })

  it('shows the slides of an item one after another, other languages left out', () => {
    const manifest = makeManifest({
      items: [
        makeItem({
          slides: [slide('vi', 30), slide('jra', 20), slide('en', 10)],
        }),
      ],
    })
    const start = Math.floor(ms(NOON) / 40_000) * 40_000
    const seen = showingsBetween(manifest, start, start + 80_000).map(
      (showing) =>
        showing.kind === 'item' && [
          showing.slideIndex,
          showing.startsAt - start,
          showing.endsAt - start,
        ],
    )
    expect(seen).to.deep.equal([
      [0, 0, 30_000],
      [2, 30_000, 40_000],
      [0, 40_000, 70_000],
      [2, 70_000, 80_000],
    ])
  })

  it('puts priority items first in every cycle, once each', () => {
    const manifest = makeManifest({
      items: [
        makeItem({ id: 'normal-a', order: 1, weight: 2 }),
        makeItem({ id: 'normal-b', order: 2 }),
        makeItem({ id: 'first-b', order: 9, priority: 'priority', weight: 5 }),
        makeItem({ id: 'first-a', order: 8, priority: 'priority' }),
      ],
    })
    const start = Math.floor(ms(NOON) / 100_000) * 100_000
    expect(namesFrom(manifest, iso(start), 6)).to.deep.equal([
      'first-a',
      'first-b',
      'normal-a',
      'normal-b',
      'normal-a',
      'first-a',
    ])
  })

  it('starts the loop anew when the set of items really changes', () => {
    const at = '2026-03-11T05:00:07.000Z'
    const manifest = makeManifest({
      items: [
        makeItem({ id: 'always', order: 1 }),
        makeItem({ id: 'comes', order: 2, schedule: { notBefore: at } }),
      ],
    })
    const before = whatIsOn(manifest, ms(at) - 1)
    expect(before.endsAt).to.equal(ms(at))
    const after = whatIsOn(manifest, ms(at))
    expect(nameOf(after)).to.equal('always')
    expect(after.startsAt).to.equal(ms(at))
    expect(after.endsAt).to.equal(ms(at) + 20_000)
  })

  it('does not start anew for an item that can never be on here', () => {
    const at = '2026-03-11T05:00:07.000Z'
    const manifest = makeManifest({
      items: [
        makeItem({ id: 'always', order: 1 }),
        makeItem({
          id: 'foreign',
          order: 2,
          schedule: { notBefore: at },
          slides: [slide('jra', 20)],
        }),
      ],
    })
    expect(whatIsOn(manifest, ms(at)).startsAt).to.be.below(ms(at))
  })

  it('keeps the loop where it was through another screen of the same hall', () => {
    const items = [makeItem({ id: 'a-one' }), makeItem({ id: 'b-two' })]
    const one = makeManifest({ items, number: 3 })
    const two = makeManifest({
      items: JSON.parse(JSON.stringify(items)) as typeof items,
      number: 41,
      screen: { id: 'screen-0002', name: 'Cửa phụ', orientation: 'portrait' },
    })
    for (let second = 0; second < 60; second++) {
      const instant = ms(NOON) + second * 1000
      expect(nameOf(whatIsOn(two, instant))).to.equal(
        nameOf(whatIsOn(one, instant)),
      )
    }
  })

  it('stops at the limit it is given', () => {
    const manifest = makeManifest({ items: [makeItem()] })
    expect(showingsBetween(manifest, ms(NOON), Infinity, 7)).to.have.lengthOf(7)
  })
})
