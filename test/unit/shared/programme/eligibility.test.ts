import { expect } from 'chai'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../../../shared/contract/schedule.js'
import {
  eligibilityOf,
  isEligible,
  lastFlip,
  nextFlip,
} from '../../../../shared/programme/eligibility.js'
import { anyInstant, anySchedule, iso, ms } from './make-manifest.js'

const ZONES = [
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
]
const anyZone = fc.constantFrom(...ZONES)

/** The rule said again, slowly and with Temporal, to compare with. */
function saysTheRule(schedule: Schedule, zone: string, at: number): boolean {
  const { notBefore, expiresAt, windows, weekdays, dayparts } = schedule
  if (notBefore && at < ms(notBefore)) return false
  if (expiresAt && at >= ms(expiresAt)) return false
  if (
    windows?.length &&
    !windows.some(({ from, to }) => ms(from) <= at && at < ms(to))
  ) {
    return false
  }
  const today = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
  return [today, today.subtract({ days: 1 })].some((day) => {
    if (weekdays?.length && !weekdays.includes(day.dayOfWeek)) return false
    const parts = dayparts?.length ? dayparts : [{ from: '00:00', to: '24:00' }]
    return parts.some(({ from, to }) => {
      const next = day.add({ days: 1 })
      const begins = wall(day, from, zone)
      const ends =
        to === '24:00'
          ? wall(next, '00:00', zone)
          : wall(to > from ? day : next, to, zone)
      return begins <= at && at < ends
    })
  })
}

/** When the wall clock first reaches a time; at the change if it is skipped. */
function wall(day: Temporal.PlainDate, time: string, zone: string): number {
  const local = day.toPlainDateTime(time)
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'compatible' })
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds
  const change = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return change?.epochMilliseconds ?? zoned.epochMilliseconds
}

/** Half hours, where schedules of the generator can change, and their edges. */
const nearEdges = anyInstant.chain((instant) =>
  fc
    .constantFrom(-1, 0, 1)
    .map((off) => Math.floor(instant / 1_800_000) * 1_800_000 + off),
)

describe('eligibility', () => {
  it('says what the rule says, at every moment, in any zone', () => {
    fc.assert(
      fc.property(
        anySchedule,
        anyZone,
        fc.oneof(anyInstant, nearEdges),
        (schedule, zone, at) => {
          expect(isEligible(eligibilityOf(schedule, zone), at)).to.equal(
            saysTheRule(schedule, zone, at),
          )
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('flips exactly where it says, to the millisecond', () => {
    fc.assert(
      fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, at) => {
        const eligibility = eligibilityOf(schedule, zone)
        for (const flip of [
          lastFlip(eligibility, at),
          nextFlip(eligibility, at),
        ]) {
          if (flip === null) continue
          expect(saysTheRule(schedule, zone, flip)).not.to.equal(
            saysTheRule(schedule, zone, flip - 1),
          )
        }
      }),
      { numRuns: 500 },
    )
  })

  it('stays the same from one flip to the next', () => {
    fc.assert(
      fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, at) => {
        const eligibility = eligibilityOf(schedule, zone)
        const from = lastFlip(eligibility, at) ?? at - 20 * 86_400_000
        const to = nextFlip(eligibility, at) ?? at + 20 * 86_400_000
        expect(from).to.be.at.most(at)
        expect(to).to.be.above(at)
        const now = saysTheRule(schedule, zone, at)
        for (let step = 0; step <= 40; step++) {
          const moment = Math.floor(from + ((to - 1 - from) * step) / 40)
          expect(saysTheRule(schedule, zone, moment), iso(moment)).to.equal(now)
        }
      }),
      { numRuns: 300 },
    )
  })

  const onAt = (schedule: Schedule, instant: string, zone = ZONES[0] ?? '') => {
    const eligibility = eligibilityOf(schedule, zone)
    return [-1, 0, 1].map((off) => isEligible(eligibility, ms(instant) + off))
  }
  const COMES = [false, true, true]
  const GOES = [true, false, false]

  it('keeps embargo and hard end to the millisecond', () => {
    const schedule = {
      notBefore: '2026-03-15T00:00:00.000Z',
      expiresAt: '2026-03-15T12:00:00.000Z',
      windows: [
        { from: '2026-03-01T00:00:00.000Z', to: '2026-03-31T00:00:00.000Z' },
      ],
    }
    expect(onAt(schedule, '2026-03-15T00:00:00.000Z')).to.deep.equal(COMES)
    expect(onAt(schedule, '2026-03-15T12:00:00.000Z')).to.deep.equal(GOES)
  })

  it('reads a daypart on the wall clock of the screen', () => {
    // 07:00–19:00 in Gia Lai is 00:00–12:00 UTC.
    const schedule = { dayparts: [{ from: '07:00', to: '19:00' }] }
    expect(onAt(schedule, '2026-03-15T00:00:00Z')).to.deep.equal(COMES)
    expect(onAt(schedule, '2026-03-15T12:00:00Z')).to.deep.equal(GOES)
  })

  it('lets a daypart past midnight belong to the day it began', () => {
    // Fridays 22:00–02:00: on until Saturday 02:00, not on Friday at 01:00.
    const schedule = {
      weekdays: [5],
      dayparts: [{ from: '22:00', to: '02:00' }],
    }
    expect(onAt(schedule, '2026-03-13T15:00:00Z')).to.deep.equal(COMES)
    expect(onAt(schedule, '2026-03-13T19:00:00Z')).to.deep.equal(GOES)
    expect(onAt(schedule, '2026-03-12T18:00:00Z')).to.deep.equal([
      false,
      false,
      false,
    ])
  })

  it('joins dayparts that meet at midnight, so that nothing flips', () => {
    const schedule = {
      dayparts: [
        { from: '00:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ],
    }
    const eligibility = eligibilityOf(schedule, 'Asia/Ho_Chi_Minh')
    expect(lastFlip(eligibility, ms('2026-03-15T00:00:00Z'))).to.equal(null)
    expect(nextFlip(eligibility, ms('2026-03-15T00:00:00Z'))).to.equal(null)
  })

  it('keeps weekdays from local midnight to local midnight', () => {
    const schedule = { weekdays: [7] }
    expect(onAt(schedule, '2026-03-14T17:00:00Z')).to.deep.equal(COMES)
    expect(onAt(schedule, '2026-03-15T17:00:00Z')).to.deep.equal(GOES)
  })

  it('begins a skipped hour at the change of clocks', () => {
    // Berlin, 29 March 2026: 02:00 CET → 03:00 CEST at 01:00 UTC.
    const schedule = { dayparts: [{ from: '02:30', to: '05:00' }] }
    const berlin = 'Europe/Berlin'
    expect(onAt(schedule, '2026-03-29T01:00:00Z', berlin)).to.deep.equal(COMES)
    expect(onAt(schedule, '2026-03-29T03:00:00Z', berlin)).to.deep.equal(GOES)
    const swallowed = { dayparts: [{ from: '02:10', to: '02:50' }] }
    expect(onAt(swallowed, '2026-03-29T01:00:00Z', berlin)).to.deep.equal([
      false,
      false,
      false,
    ])
    expect(onAt(swallowed, '2026-03-30T00:10:00Z', berlin)).to.deep.equal(COMES)
  })

  it('counts a doubled hour from its first time', () => {
    // Berlin, 25 October 2026: 03:00 CEST → 02:00 CET at 01:00 UTC.
    const schedule = { dayparts: [{ from: '02:30', to: '03:00' }] }
    const berlin = 'Europe/Berlin'
    expect(onAt(schedule, '2026-10-25T00:30:00Z', berlin)).to.deep.equal(COMES)
    expect(onAt(schedule, '2026-10-25T02:00:00Z', berlin)).to.deep.equal(GOES)
  })

  it('never begins with an empty or backward window', () => {
    const at = '2026-03-15T00:00:00.000Z'
    const eligibility = eligibilityOf(
      { windows: [{ from: at, to: at }] },
      'Asia/Ho_Chi_Minh',
    )
    expect(isEligible(eligibility, ms(at))).to.equal(false)
    expect(lastFlip(eligibility, ms(at))).to.equal(null)
    expect(nextFlip(eligibility, ms(at) - 5)).to.equal(null)
  })

  it('finds a flip that is years away', () => {
    const eligibility = eligibilityOf(
      {
        windows: [
          { from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' },
          { from: '2031-01-01T00:00:00Z', to: '2031-02-01T00:00:00Z' },
        ],
        dayparts: [{ from: '07:00', to: '19:00' }],
      },
      'Asia/Ho_Chi_Minh',
    )
    const now = ms('2026-03-15T00:00:00Z')
    expect(lastFlip(eligibility, now)).to.equal(ms('2020-01-31T12:00:00Z'))
    expect(nextFlip(eligibility, now)).to.equal(ms('2031-01-01T00:00:00Z'))
  })
})
