import { expect } from 'chai'
import fc from 'fast-check'
import {
  closed,
  codeOn,
  nameOn,
  recoded,
  renamed,
  type AreaState,
} from '../../../../cms/server/rooms/areas/area-state.rules.js'
import {
  holdsOn,
  overlaps,
} from '../../../../cms/server/rooms/areas/interval.rules.js'

const START: AreaState = {
  id: 'xa',
  parentId: 'tinh',
  kind: 'commune',
  name: 'Xã A',
  path: ['tinh', 'xa'],
  validFrom: '2000-01-01',
  validUntil: null,
  version: 1,
  tags: [],
  names: [{ name: 'Xã A', from: '2000-01-01', until: null }],
  codes: [{ code: '10000', from: '2000-01-01', until: null }],
  aliases: [],
}
const day = fc
  .integer({ min: 0, max: 12_000 })
  .map((n) =>
    new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10),
  )
const interval = fc
  .tuple(day, fc.option(day))
  .filter(([from, until]) => until === null || from < until)
  .map(([from, until]) => ({ from, until }))

describe('time of names and codes', () => {
  it('refuses to write before the last change', () => {
    const once = renamed(START, 'Xã B', '2025-07-01')
    expect(() => renamed(once, 'Xã C', '2025-06-30')).to.throw('area.bad_date')
    const coded = recoded(START, null, '2025-07-01')
    expect(() => recoded(coded, '1', '2025-06-30')).to.throw('area.bad_date')
    expect(() => closed(START, '1999-12-31')).to.throw('area.bad_date')
  })

  it('overlaps exactly where there is a common day', () => {
    fc.assert(
      fc.property(
        interval,
        interval,
        fc.array(day, { maxLength: 20 }),
        (a, b, days) => {
          const both = [...days, a.from, b.from].some(
            (d) => holdsOn(a, d) && holdsOn(b, d),
          )
          if (both) expect(overlaps(a, b)).to.equal(true)
          expect(overlaps(a, b)).to.equal(overlaps(b, a))
          if (overlaps(a, b)) {
            const first = a.from > b.from ? a.from : b.from
            expect(holdsOn(a, first) && holdsOn(b, first)).to.equal(true)
          }
        },
      ),
    )
  })

  it('has one name and at most one code on any day, whatever is done', () => {
    const act = fc.record({
      what: fc.constantFrom('name', 'code', 'no code'),
      on: day,
      word: fc.integer({ min: 1, max: 99_999 }),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), day, (acts, when) => {
        let state = START
        for (const { what, on, word } of acts)
          try {
            state =
              what === 'name'
                ? renamed(state, `Xã ${word}`, on)
                : recoded(state, what === 'code' ? String(word) : null, on)
          } catch {
            // Before the last change: refused, and nothing changed.
          }
        expect(
          state.names.filter((span) => holdsOn(span, when)),
        ).to.have.length(1)
        expect(nameOn(state, '2100-01-01')).to.equal(state.name)
        expect(
          state.codes.filter((span) => holdsOn(span, when)).length,
        ).to.be.at.most(1)
        for (const a of state.codes)
          for (const b of state.codes)
            if (a !== b) expect(overlaps(a, b)).to.equal(false)
        const shut =
          state.codes.length > 0 ? closed(state, '2100-01-01') : state
        if (shut !== state) expect(codeOn(shut, '2100-01-01')).to.equal(null)
      }),
    )
  })
})
