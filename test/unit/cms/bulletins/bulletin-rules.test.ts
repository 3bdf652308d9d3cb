import { expect } from 'chai'
import fc from 'fast-check'
import { audienceCounter } from '../../../../cms/server/rooms/bulletins/audience-counter.js'
import {
  actFits,
  stateAfter,
  type BulletinAct,
  type Standing,
} from '../../../../cms/server/rooms/bulletins/bulletin.rules.js'
import {
  endOf,
  scheduleProblems,
} from '../../../../cms/server/rooms/bulletins/schedule.rules.js'
import {
  searchTextOf,
  searchWordsOf,
} from '../../../../cms/server/rooms/bulletins/search-text.js'
import { rescheduleEffect } from '../../../../cms/server/rooms/publishing/reschedule.rules.js'
import { screensOf } from '../../../../cms/server/rooms/screens/audience.rules.js'
import {
  revisionChanges,
  withText,
} from '../../../../shared/text/revision-changes.js'
import { officialNotice } from '../../../support/bulletins.js'
import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'

/** `-`: refused; `a/b`: a at its time, b before it. The second column: whether
 * a revision is released while its next draft is made. */
const TABLE = `
  state      live  save   submit     takeBack  return    release       start      reschedule    correct       withdraw   end
  draft      no    draft  submitted  -         -         -             -          -             -             -          -
  draft      yes   draft  submitted  -         -         -             draft      draft         draft         draft      draft
  submitted  no    -      -          draft     returned  live/waiting  -          -             -             -          -
  submitted  yes   -      -          draft     returned  live/waiting  submitted  submitted     submitted     submitted  submitted
  returned   no    draft  submitted  -         -         -             -          -             -             -          -
  returned   yes   draft  submitted  -         -         -             returned   returned      returned      returned   returned
  waiting    yes   draft  -          -         -         -             live       live/waiting  live/waiting  withdrawn  ended
  live       yes   draft  -          -         -         -             -          live/waiting  live/waiting  withdrawn  ended
  withdrawn  no    draft  -          -         -         -             -          -             -             -          -
  ended      no    draft  -          -         -         -             -          -             -             -          -`

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
        if (outcome === '-') {
          expect(() => stateAfter(act, standing)).to.throw(RangeError)
          return
        }
        const [onTime, early = onTime] = outcome.split('/')
        expect(stateAfter(act, standing)).to.equal(onTime)
        expect(stateAfter(act, standing, true)).to.equal(early)
      })
    })

  it('never shows what nobody approved, whatever is done in whatever order', () => {
    const acts = head.slice(2) as BulletinAct[]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.boolean()), {
          maxLength: 40,
        }),
        (steps) => {
          let now: Standing = { state: 'draft', isLive: false }
          let approved = false
          for (const [act, early] of steps) {
            if (!actFits(act, now)) continue
            if (act === 'release') approved = now.state === 'submitted'
            const state = stateAfter(act, now, early)
            const gone = act === 'withdraw' || act === 'end'
            const isLive = act === 'release' || (now.isLive && !gone)
            if (gone) approved = false
            now = { state, isLive }
            // What is released was approved, and a state that says so is true.
            expect(isLive).to.equal(approved)
            if (state === 'live' || state === 'waiting')
              expect(isLive).to.equal(true)
            if (state === 'withdrawn' || state === 'ended')
              expect(isLive).to.equal(false)
          }
        },
      ),
    )
  })
})

describe('another start or end', () => {
  const now = Date.parse('2026-12-01T00:00:00Z')
  const at = (hours: number) => new Date(now + hours * 3600_000).toISOString()

  it('needs an approval exactly when something more is shown', () => {
    const hour = fc.option(fc.integer({ min: -48, max: 48 }), {
      nil: undefined,
    })
    const bounds = fc.record({ from: hour, to: hour })
    const shown = (
      { from, to }: { from?: number | undefined; to?: number | undefined },
      when: number,
    ) => (from === undefined || when >= from) && (to === undefined || when < to)
    fc.assert(
      fc.property(bounds, bounds, (approved, wanted) => {
        const asBounds = ({ from, to }: typeof wanted) => ({
          ...(from === undefined ? {} : { notBefore: at(from) }),
          ...(to === undefined ? {} : { expiresAt: at(to) }),
        })
        fc.pre(
          approved.to === undefined || approved.to > (approved.from ?? -49),
        )
        fc.pre(wanted.to === undefined || wanted.to > (wanted.from ?? -49))
        fc.pre(approved.to === undefined || approved.to > 0)
        fc.pre(wanted.to === undefined || wanted.to > 0)
        const { widens } = rescheduleEffect(
          asBounds(approved),
          asBounds(wanted),
          now,
        )
        const hours = Array.from({ length: 60 }, (_, hour) => hour)
        const more = hours.some(
          (hour) => shown(wanted, hour) && !shown(approved, hour),
        )
        expect(widens).to.equal(more)
      }),
    )
  })
})

describe('two revisions', () => {
  const body = (vi: Record<string, unknown>) => ({
    ...officialNotice(),
    fields: { vi },
  })

  it('differ at exactly the places that read otherwise', () => {
    const rows = [{ name: 'Rơ Châm Hà' }, { name: 'Ksor Soát' }]
    const before = body({ title: 'A', note: '', rows })
    const after = withText(before, '/fields/vi/rows/1/name', 'Ksor Soạt')
    expect(revisionChanges(before, after)).to.deep.equal([
      {
        pointer: '/fields/vi/rows/1/name',
        before: 'Ksor Soát',
        after: 'Ksor Soạt',
      },
    ])
    expect(revisionChanges(before, body({ title: 'A', rows }))).to.deep.equal(
      [],
    )
  })

  it('are not changed by a place that is not there, nor up the prototype', () => {
    const before = body({ title: 'A' })
    for (const pointer of [
      '/fields/vi/none',
      '/__proto__/x',
      '/constructor/name',
    ])
      expect(withText(before, pointer, 'x')).to.deep.equal(before)
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
