import { expect } from 'chai'
import fc from 'fast-check'
import { audienceCounter } from '../../../../cms/server/rooms/bulletins/audience-counter.js'
import {
  actFits,
  stateAfter,
  type BulletinAct,
} from '../../../../cms/server/rooms/bulletins/bulletin.rules.js'
import {
  endOf,
  scheduleProblems,
} from '../../../../cms/server/rooms/bulletins/schedule.rules.js'
import {
  searchTextOf,
  searchWordsOf,
} from '../../../../cms/server/rooms/bulletins/search-text.js'
import { screensOf } from '../../../../cms/server/rooms/screens/audience.rules.js'
import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'

/** `-`: refused. Two columns for what is live while its next draft is made. */
const TABLE = `
  state      live  save   submit     return    release  withdraw   end
  draft      no    draft  submitted  -         -        -          -
  draft      yes   draft  submitted  -         -        draft      draft
  submitted  no    -      -          returned  live     -          -
  submitted  yes   -      -          returned  live     submitted  submitted
  returned   no    draft  submitted  -         -        -          -
  returned   yes   draft  submitted  -         -        returned   returned
  live       yes   draft  -          -         -        withdrawn  ended
  withdrawn  no    draft  -          -         -        -          -
  ended      no    draft  -          -         -        -          -`

describe('the way of a bulletin', () => {
  const [head = [], ...rows] = TABLE.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  for (const [state, live, ...outcomes] of rows)
    outcomes.forEach((outcome, index) => {
      const act = head[index + 2] as BulletinAct
      const standing = { state: state as BulletinState, isLive: live === 'yes' }
      const words = `${act} of ${state}${live === 'yes' ? ' with a live one' : ''}`
      it(`${words}: ${outcome === '-' ? 'refused' : outcome}`, () => {
        expect(actFits(act, standing)).to.equal(outcome !== '-')
        if (outcome !== '-') expect(stateAfter(act, standing)).to.equal(outcome)
      })
    })
})

describe('a schedule', () => {
  const day = (date: number) => `2026-12-0${date}T00:00:00Z`

  it('is refused when it contradicts itself, by pointer', () => {
    const problems = scheduleProblems({
      notBefore: day(3),
      expiresAt: day(2),
      windows: [{ from: day(2), to: day(2) }],
      weekdays: [1, 1],
      dayparts: [{ from: '08:00', to: '08:00' }],
    })
    expect(problems.map(({ pointer }) => pointer)).to.deep.equal([
      '/expiresAt',
      '/windows/0/to',
      '/weekdays',
      '/dayparts/0/to',
    ])
  })

  it('is refused when it is over, to the millisecond', () => {
    const end = Date.parse(day(2))
    const over = (now: number) =>
      scheduleProblems({ expiresAt: day(2) }, now).length
    expect(over(end - 1)).to.equal(0)
    expect(over(end)).to.equal(1)
  })

  it('ends with its last window or its hard end, whichever is first', () => {
    expect(endOf({})).to.equal(null)
    const windows = [
      { from: day(1), to: day(5) },
      { from: day(1), to: day(2) },
    ]
    expect(endOf({ windows })).to.equal('2026-12-05T00:00:00.000Z')
    expect(endOf({ windows, expiresAt: day(3) })).to.equal(
      '2026-12-03T00:00:00.000Z',
    )
  })

  it('may cross midnight', () => {
    const dayparts = [{ from: '22:00', to: '05:00' }]
    expect(scheduleProblems({ dayparts })).to.deep.equal([])
  })
})

describe('search', () => {
  it('finds words of any field without accents', () => {
    const text = searchTextOf({
      title: 'Thông báo',
      fields: { vi: { rows: [{ place: 'Đăk Pơ' }] }, en: { title: 'Notice' } },
    })
    for (const words of ['thong bao', 'dak po', 'NOTICE'])
      for (const word of searchWordsOf(words)) expect(text).to.include(word)
  })
})

describe('counting screens for a list', () => {
  it('says the same as finding them one by one', () => {
    const areas = ['tinh', 'xa', 'lang', 'khac']
    const paths: Record<string, string[]> = {
      tinh: ['tinh'],
      xa: ['tinh', 'xa'],
      lang: ['tinh', 'xa', 'lang'],
      khac: ['tinh', 'khac'],
    }
    const pathOf = (id: string) => paths[id] ?? []
    const screen = fc.record({
      areaId: fc.constantFrom(...areas),
      revokedAt: fc.constantFrom(null, null, '2026-01-01'),
    })
    fc.assert(
      fc.property(
        fc.array(screen, { maxLength: 12 }),
        fc.subarray(areas),
        fc.array(fc.nat(11), { maxLength: 3 }),
        (placed, areaIds, picked) => {
          const screens = placed.map((one, index) => ({
            ...one,
            id: `s${index}`,
          }))
          const screenIds = [...new Set(picked)].map((index) => `s${index}`)
          const audience = { areaIds, screenIds }
          expect(audienceCounter(screens, pathOf)(audience)).to.equal(
            screensOf(audience, screens, pathOf).length,
          )
        },
      ),
    )
  })
})
