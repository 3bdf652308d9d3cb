import { expect } from 'chai'
import fc from 'fast-check'
import { spreadByWeight } from '../../../../shared/programme/spread.js'

const anyWeighted = fc
  .array(
    fc.record({
      order: fc.integer({ min: 0, max: 3 }),
      weight: fc.integer({ min: 1, max: 10 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((items) =>
    items.map((item, index) => ({ id: `item-${index}`, ...item })),
  )

const ids = (items: readonly { id: string }[]) =>
  items.map(({ id }) => id).join(' ')

describe('spread by weight', () => {
  it('shows each exactly as often as its weight', () => {
    fc.assert(
      fc.property(anyWeighted, (items) => {
        const cycle = spreadByWeight(items)
        for (const { id, weight } of items) {
          expect(cycle.filter((item) => item.id === id).length).to.equal(weight)
        }
      }),
    )
  })

  it('keeps every beginning of a cycle within one of the exact share', () => {
    fc.assert(
      fc.property(anyWeighted, (items) => {
        const cycle = spreadByWeight(items)
        const counts = new Map(items.map(({ id }) => [id, 0]))
        cycle.forEach((shown, slot) => {
          counts.set(shown.id, (counts.get(shown.id) ?? 0) + 1)
          for (const { id, weight } of items) {
            const share = (weight * (slot + 1)) / cycle.length
            expect(counts.get(id)).to.be.within(share - 1, share + 1)
          }
        })
      }),
    )
  })

  it('goes round in order where all weigh the same', () => {
    const items = [
      { id: 'b', order: 2, weight: 1 },
      { id: 'c', order: 1, weight: 1 },
      { id: 'a', order: 2, weight: 1 },
    ]
    expect(ids(spreadByWeight(items))).to.equal('c a b')
  })

  it('puts a heavy item evenly between many light ones', () => {
    const light = Array.from({ length: 20 }, (_, index) => ({
      id: `l${String(index).padStart(2, '0')}`,
      order: 1,
      weight: 1,
    }))
    const cycle = spreadByWeight([{ id: 'h', order: 0, weight: 10 }, ...light])
    const at = cycle.flatMap(({ id }, slot) => (id === 'h' ? [slot] : []))
    expect(at).to.deep.equal([0, 3, 6, 9, 12, 15, 18, 21, 24, 27])
  })

  it('gives the same cycle for any listing of the same items', () => {
    fc.assert(
      fc.property(anyWeighted, fc.nat(), (items, turn) => {
        const at = turn % items.length
        const turned = [...items.slice(at), ...items.slice(0, at)].reverse()
        expect(ids(spreadByWeight(turned))).to.equal(ids(spreadByWeight(items)))
      }),
    )
  })
})
