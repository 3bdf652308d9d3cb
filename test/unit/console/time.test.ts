import { expect } from 'chai'
import { vi } from '../../../cms/console/copy/vi.js'
import {
  lastDayOf,
  scheduleProblem,
  withLastDay,
} from '../../../cms/console/features/compose/schedule.rules.js'
import { saySchedule } from '../../../cms/console/ui/schedule-words.js'
import {
  addDays,
  instantAt,
  isoDateOf,
  readDate,
  readTime,
  sayDate,
  sayTime,
} from '../../../cms/console/ui/time.js'

describe('dates and times in the console', () => {
  it('refuse what is no date', () => {
    for (const typed of [
      '',
      '31/2/2026',
      '15/13/2026',
      '2026',
      'mai',
      '1/1/1',
    ]) {
      expect(readDate(typed), typed).to.equal(null)
    }
  })

  it('refuse what is no time', () => {
    for (const typed of ['', '25:00', '7:60', '24:01', 'trưa']) {
      expect(readTime(typed), typed).to.equal(null)
    }
  })

  it('read dates the way people write them', () => {
    for (const typed of ['15/3/2026', '15-03-2026', '15.3.26', ' 15 3 2026 ']) {
      expect(readDate(typed), typed).to.equal('2026-03-15')
    }
  })

  it('read times the way people write them', () => {
    for (const typed of ['7:30', '07.30', '7h30', '7 giờ 30', '7g30']) {
      expect(readTime(typed), typed).to.equal('07:30')
    }
    expect(readTime('19')).to.equal('19:00')
    expect(readTime('7h')).to.equal('07:00')
    expect(readTime('24:00')).to.equal('24:00')
  })

  it('show the day and hour it is here, wherever the computer is', () => {
    expect(sayDate('2026-03-14T17:00:00.000Z')).to.equal('15/03/2026')
    expect(sayTime('2026-03-14T17:00:00.000Z')).to.equal('00:00')
    expect(instantAt('2026-03-15', '07:00')).to.equal(
      '2026-03-15T00:00:00.000Z',
    )
  })

  it('count days over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01')
    expect(addDays('2028-03-01', -1)).to.equal('2028-02-29')
  })
})

describe('the times of a bulletin', () => {
  const from = instantAt('2026-03-10', '00:00')

  it('refuse an end that has passed', () => {
    const schedule = { expiresAt: instantAt('2026-03-10', '00:00') }
    expect(scheduleProblem(schedule, '2026-03-10')).to.equal('ends_in_the_past')
  })

  it('refuse an end before the start', () => {
    const schedule = {
      notBefore: from,
      expiresAt: instantAt('2026-03-09', '00:00'),
    }
    expect(scheduleProblem(schedule, '2026-03-01')).to.equal(
      'ends_before_it_starts',
    )
  })

  it('take one day alone', () => {
    const { expiresAt } = withLastDay('2026-03-10')
    const schedule = { notBefore: from, expiresAt: expiresAt ?? '' }
    expect(scheduleProblem(schedule, '2026-03-10')).to.equal(null)
    expect(lastDayOf(schedule)).to.equal('2026-03-10')
    expect(isoDateOf(schedule.expiresAt)).to.equal('2026-03-11')
  })

  it('are said in one sentence', () => {
    const { expiresAt = '' } = withLastDay('2026-03-20')
    expect(
      saySchedule(
        {
          notBefore: from,
          expiresAt,
          weekdays: [5, 1, 2, 3, 4],
          dayparts: [{ from: '07:00', to: '17:00' }],
        },
        vi,
      ),
    ).to.equal(
      'Từ 10/03/2026 đến hết 20/03/2026; thứ Hai – thứ Sáu; 07:00 – 17:00',
    )
    expect(saySchedule({}, vi)).to.equal(
      'Từ khi được duyệt đến khi gỡ; cả ngày',
    )
  })
})
