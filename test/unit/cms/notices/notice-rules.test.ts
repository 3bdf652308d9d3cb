import { expect } from 'chai'
import {
  countDeliveries,
  isGoodExpiry,
  noticeState,
  noticeTitle,
} from '../../../../cms/server/rooms/notices/notice.rules.js'

describe('a notice', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')
  const at = (ms: number) => new Date(now + ms).toISOString()

  it('ends in the future and within a day, to the millisecond', () => {
    const day = 24 * 3_600_000
    expect(isGoodExpiry(at(0), now)).to.equal(false)
    expect(isGoodExpiry(at(1), now)).to.equal(true)
    expect(isGoodExpiry(at(day), now)).to.equal(true)
    expect(isGoodExpiry(at(day + 1), now)).to.equal(false)
  })

  it('is in force until it ends or is recalled', () => {
    const one = { recalledAt: null, expiresAt: at(1) }
    expect(noticeState(one, now)).to.equal('in_force')
    expect(noticeState(one, now + 1)).to.equal('ended')
    expect(noticeState({ ...one, recalledAt: at(0) }, now)).to.equal('recalled')
  })

  it('is called by its hazard and what to do', () => {
    const words = { hazard: ' Lũ ', action: 'Sơ tán ngay!' }
    expect(noticeTitle(words, 'Khẩn')).to.equal('Lũ – Sơ tán ngay!')
    expect(noticeTitle({ hazard: 7 }, 'Khẩn')).to.equal('Khẩn')
  })

  it('counts a screen that showed it as one that was sent it', () => {
    const none = { sentAt: null, receivedAt: null, shownAt: null }
    expect(
      countDeliveries([
        none,
        { ...none, sentAt: at(0) },
        { ...none, shownAt: at(1) },
      ]),
    ).to.deep.equal({ screens: 3, sent: 2, received: 1, shown: 1, missing: 2 })
  })
})
