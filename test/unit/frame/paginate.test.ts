import { expect } from 'chai'
import fc from 'fast-check'
import { planRows } from '../../../templates/frame/paginate.js'

describe('pages of a list', () => {
  it('keeps 8 rows as 4 and 4, never 5 and 3', () => {
    const plan = planRows(8, { height: 660, minRow: 132 })
    expect(plan).to.deep.equal({ pages: 2, perPage: 4, rowHeight: 165 })
  })

  it('gives one row a page of its own when it is higher than the page', () => {
    expect(planRows(3, { height: 100, minRow: 132 }).pages).to.equal(3)
  })

  it('never makes a row lower than allowed, and no page more than one row shorter than it must be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 200, max: 1500 }),
        fc.integer({ min: 40, max: 200 }),
        (rows, height, minRow) => {
          const { pages, perPage, rowHeight } = planRows(rows, {
            height,
            minRow,
          })
          expect(rowHeight).to.be.at.least(minRow)
          expect(pages * perPage).to.be.at.least(rows)
          // One page fewer could not hold them.
          expect((pages - 1) * Math.floor(height / minRow)).to.be.lessThan(rows)
          expect(perPage).to.equal(Math.ceil(rows / pages))
        },
      ),
    )
  })
})
