import { expect } from 'chai'
import fc from 'fast-check'
import {
  lunarDate,
  sayLunar,
  yearNameOf,
} from '../../../../shared/time/lunar.js'

const DAY_MS = 86_400_000
const dayAfter = (dateIso: string, days = 1) =>
  new Date(Date.parse(`${dateIso}T00:00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10)

const short = (dateIso: string) => {
  const { day, month, leap } = lunarDate(dateIso)
  return `${day}/${month}${leap ? '+' : ''}`
}

describe('lunar date', () => {
  it('refuses what is no date', () => {
    for (const junk of ['', '15/03/2026', '2026-02-31T', 'yesterday']) {
      expect(() => lunarDate(junk), junk).to.throw(RangeError)
    }
  })

  // 21/4/2021 is the Hùng Kings' day; 19/4/2021 stood as 8/3 in a newspaper.
  const known: [string, string, string][] = [
    ['2021-02-12', '1/1', 'Tân Sửu'],
    ['2021-04-19', '8/3', 'Tân Sửu'],
    ['2021-04-21', '10/3', 'Tân Sửu'],
    ['2021-05-23', '12/4', 'Tân Sửu'],
    ['2026-02-17', '1/1', 'Bính Ngọ'],
    ['2026-03-11', '23/1', 'Bính Ngọ'],
    ['2026-03-15', '27/1', 'Bính Ngọ'],
    ['2026-04-26', '10/3', 'Bính Ngọ'],
    ['2026-02-16', '29/12', 'Ất Tỵ'],
    ['2027-02-06', '1/1', 'Đinh Mùi'],
  ]
  for (const [solar, lunar, year] of known) {
    it(`knows ${solar} as ${lunar} ${year}`, () => {
      expect(short(solar)).to.equal(lunar)
      expect(lunarDate(solar).yearName).to.equal(year)
    })
  }

  it('keeps Tết on the days of Việt Nam where China had others', () => {
    expect(short('1985-01-21')).to.equal('1/1')
    expect(short('1985-02-20')).not.to.equal('1/1')
    expect(short('2007-02-17')).to.equal('1/1')
    expect(short('2007-02-18')).to.equal('2/1')
    expect(short('2030-02-02')).to.equal('1/1')
    expect(short('2030-02-03')).to.equal('2/1')
  })

  it('puts the leap month where the almanac has it, and nowhere else', () => {
    const found: string[] = []
    for (let date = '2022-06-01'; date < '2034-06-01'; date = dayAfter(date)) {
      const { year, month, leap } = lunarDate(date)
      const name = `${year}-${month}`
      if (leap && found.at(-1) !== name) found.push(name)
    }
    expect(found).to.deep.equal([
      '2023-2',
      '2025-6',
      '2028-5',
      '2031-3',
      '2033-11',
    ])
  })

  it('counts on day by day: the next day, or the first of the next month', () => {
    const anyDate = fc
      .integer({ min: 0, max: 73_000 })
      .map((days) => dayAfter('1900-02-01', days))
    fc.assert(
      fc.property(anyDate, (date) => {
        const today = lunarDate(date)
        const next = lunarDate(dayAfter(date))
        if (next.day !== 1) {
          expect(next).to.deep.equal({ ...today, day: today.day + 1 })
          expect(today.day).to.be.at.most(29)
          return
        }
        expect(today.day).to.be.within(29, 30)
        const sameNumber = next.month === today.month && next.leap
        const nextNumber = next.month === (today.month % 12) + 1 && !next.leap
        expect(sameNumber || nextNumber).to.equal(true)
        const isNewYear = next.month === 1 && !next.leap
        expect(next.year).to.equal(today.year + (isNewYear ? 1 : 0))
      }),
      { numRuns: 2000 },
    )
  })

  it('names years by stem and branch', () => {
    expect(yearNameOf(1984)).to.equal('Giáp Tý')
    expect(yearNameOf(2024)).to.equal('Giáp Thìn')
    expect(yearNameOf(2026)).to.equal('Bính Ngọ')
    expect(yearNameOf(2043)).to.equal('Quý Hợi')
  })

  it('says it as the header of a board does', () => {
    expect(sayLunar(lunarDate('2026-03-11'))).to.equal(
      '23 tháng Giêng, Bính Ngọ',
    )
    expect(sayLunar(lunarDate('2026-02-16'))).to.equal('29 tháng Chạp, Ất Tỵ')
    expect(sayLunar(lunarDate('2025-07-25'))).to.equal(
      '1 tháng Sáu nhuận, Ất Tỵ',
    )
    expect(sayLunar(lunarDate('2025-07-25'), 'en')).to.equal(
      'lunar 1/6 leap, Ất Tỵ',
    )
  })
})
