import { expect } from 'chai'
import {
  changedRows,
  countShowing,
  forgetSent,
  rowName,
  rowValue,
} from '../../../player/core/stage/as-run.js'

const HOUR = Date.parse('2026-11-23T07:00:00.000Z')

describe('as-run counters', () => {
  const once = countShowing([], {
    releaseId: 'release-1',
    endedAt: HOUR + 5000,
    seconds: 10.04,
  })

  it('count a showing in the hour it ended', () => {
    const twice = countShowing(once, {
      releaseId: 'release-1',
      endedAt: HOUR + 30_000,
      seconds: 10,
    })
    expect(twice).to.deep.equal([
      {
        releaseId: 'release-1',
        hour: '2026-11-23T07:00:00.000Z',
        showings: 2,
        seconds: 20,
      },
    ])
    const next = countShowing(twice, {
      releaseId: 'release-1',
      endedAt: HOUR + 3_600_000,
      seconds: 1,
    })
    expect(next).to.have.length(2)
  })

  it('go only when the CMS has the totals of an hour that is over', () => {
    expect(forgetSent(once, once, HOUR + 60_000)).to.have.length(1)
    expect(forgetSent(once, once, HOUR + 3_600_000)).to.have.length(0)
    const grown = once.map((row) => ({ ...row, showings: 5 }))
    expect(forgetSent(grown, once, HOUR + 3_600_000)).to.have.length(1)
  })

  it('are sent again only when they have changed', () => {
    const taken = new Map(once.map((row) => [rowName(row), rowValue(row)]))
    expect(changedRows(once, taken)).to.deep.equal([])
    expect(changedRows(once, new Map())).to.have.length(1)
  })
})
