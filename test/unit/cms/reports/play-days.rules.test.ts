import { expect } from 'chai'
import fc from 'fast-check'
import {
  daysOf,
  longestRun,
} from '../../../../cms/server/rooms/reports/play-days.rules.js'

describe('days of a report', () => {
  it('names every day, over the ends of months and leap years', () => {
    expect(daysOf('2028-02-27', '2028-03-01')).to.deep.equal([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ])
    expect(daysOf('2026-11-24', '2026-11-24')).to.deep.equal(['2026-11-24'])
  })

  it('counts the most days in a row', () => {
    expect(longestRun([])).to.equal(0)
    expect(longestRun(['2026-11-24'])).to.equal(1)
    expect(
      longestRun(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-03']),
    ).to.equal(3)
  })

  it('finds a run of all days, and none longer than a broken one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.nat(299),
        (count, hole) => {
          const last = new Date(Date.UTC(2026, 0, count))
          const days = daysOf('2026-01-01', last.toISOString().slice(0, 10))
          expect(longestRun(days)).to.equal(count)
          const broken = days.filter((_day, index) => index !== hole)
          if (hole < count)
            expect(longestRun(broken)).to.equal(
              Math.max(hole, count - hole - 1),
            )
        },
      ),
    )
  })
})
