import { expect } from 'chai'
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatTime,
  formatWeekdayDate,
  weekdayName,
  weekdayOf,
} from '../../../../shared/time/format.js'
import {
  instantOf,
  isTimeZone,
  localDate,
  localDayOf,
  localParts,
  zoneOffsetMs,
} from '../../../../shared/time/zone.js'

const EVENING = '2026-03-14T17:30:05.000Z'

describe('dates as people read them', () => {
  it('refuse what is no time', () => {
    expect(() => formatDate('hôm nay')).to.throw(RangeError)
    expect(() => weekdayName(0)).to.throw(RangeError)
    expect(() => weekdayName(8)).to.throw(RangeError)
    expect(() => daysBetween('2026-03-15', 'x')).to.throw(RangeError)
  })

  it('are dd/MM/yyyy and 24 hours on the clock of the province', () => {
    expect(formatDate(EVENING)).to.equal('15/03/2026')
    expect(formatTime(EVENING)).to.equal('00:30')
    expect(formatDateTime(EVENING)).to.equal('00:30, 15/03/2026')
    expect(formatTime(Date.parse(EVENING), 'Europe/Berlin')).to.equal('18:30')
  })

  it('leave a calendar date where it is, whatever the zone', () => {
    expect(formatDate('2026-03-05')).to.equal('05/03/2026')
    expect(formatDate('2026-03-05', 'America/New_York')).to.equal('05/03/2026')
  })

  it('name weekdays from Monday', () => {
    expect(weekdayName(1)).to.equal('Thứ Hai')
    expect(weekdayName(7)).to.equal('Chủ nhật')
    expect(weekdayName(7, 'en')).to.equal('Sunday')
    expect(weekdayOf('2026-03-15')).to.equal(7)
    expect(weekdayOf('1969-12-31')).to.equal(3)
    expect(formatWeekdayDate('2026-03-15')).to.equal('Chủ nhật, 15/03/2026')
    expect(
      formatWeekdayDate(EVENING, { language: 'en', zone: 'UTC' }),
    ).to.equal('Saturday, 14/03/2026')
  })

  it('count days over the change of a month', () => {
    expect(daysBetween('2026-02-26', '2026-03-15')).to.equal(17)
    expect(daysBetween('2026-03-15', '2026-03-11')).to.equal(-4)
  })
})

describe('zones', () => {
  it('know a name of a zone from any other word', () => {
    expect(isTimeZone('Asia/Ho_Chi_Minh')).to.equal(true)
    expect(isTimeZone('Gia Lai')).to.equal(false)
  })

  it('read the wall clock', () => {
    expect(localParts(Date.parse(EVENING))).to.deep.equal({
      year: 2026,
      month: 3,
      day: 15,
      hour: 0,
      minute: 30,
      second: 5,
      weekday: 7,
    })
    expect(localDate(Date.parse(EVENING))).to.equal('2026-03-15')
    expect(localDate(Date.parse(EVENING), 'UTC')).to.equal('2026-03-14')
  })

  it('change the offset at the very millisecond the clocks change', () => {
    const change = Date.parse('2026-03-29T01:00:00Z')
    expect(zoneOffsetMs('Europe/Berlin', change - 1)).to.equal(3_600_000)
    expect(zoneOffsetMs('Europe/Berlin', change)).to.equal(7_200_000)
  })

  it('find midnight on a day whose midnight is skipped', () => {
    // Beirut, 29 March 2026: 00:00 → 01:00, at 22:00 UTC of the 28th.
    const zone = 'Asia/Beirut'
    const change = Date.parse('2026-03-28T22:00:00Z')
    const day = localDayOf(zone, change)
    expect(localDate(change, zone)).to.equal('2026-03-29')
    expect(instantOf(zone, day, 0)).to.equal(change)
    expect(instantOf(zone, day, 60)).to.equal(change)
    expect(instantOf(zone, day, 90)).to.equal(change + 30 * 60_000)
  })

  it('find a change that falls on midnight UTC', () => {
    // Santiago, 5 April 2026: clocks back at 03:00 UTC; Azores, 29 March: 01:00
    // UTC; Samoa left a whole day out on 30 December 2011 at 10:00 UTC.
    const zone = 'Pacific/Apia'
    const change = Date.parse('2011-12-30T10:00:00Z')
    expect(localDate(change - 1, zone)).to.equal('2011-12-29')
    expect(localDate(change, zone)).to.equal('2011-12-31')
    const skipped = localDayOf(zone, change) - 1
    expect(instantOf(zone, skipped, 720)).to.equal(change)
  })

  it('forget old days rather than grow', () => {
    for (let day = 0; day < 1000; day++) {
      expect(zoneOffsetMs('Asia/Ho_Chi_Minh', 1.7e12 + day * 86_400_000)) //
        .to.equal(25_200_000)
    }
  })
})
