import { expect } from 'chai'
import {
  inSpan,
  sayTimeLeft,
  timeLeft,
} from '../../../templates/frame/live-instants.js'

const AT = '2026-03-15T00:00:00.000Z'
const at = (text: string) => Date.parse(text)

describe('instants a slide waits for', () => {
  it('counts the minute that has begun, and never below zero', () => {
    expect(timeLeft(AT, at('2026-03-14T23:59:00.001Z'))?.minutes).to.equal(1)
    expect(timeLeft(AT, at(AT))).to.deep.equal({
      days: 0,
      hours: 0,
      minutes: 0,
    })
    expect(timeLeft(AT, at('2027-01-01T00:00:00Z'))?.days).to.equal(0)
  })

  it('says days, hours and minutes that add up', () => {
    const now = at('2026-03-11T03:24:00Z')
    expect(sayTimeLeft('count-days', AT, now)).to.equal('3')
    expect(sayTimeLeft('count-hours', AT, now)).to.equal('20')
    expect(sayTimeLeft('count-minutes', AT, now)).to.equal('36')
  })

  it('says nothing of an instant that is none', () => {
    expect(sayTimeLeft('count-days', 'soon', 0)).to.equal('')
  })

  it('holds a span from its first instant, and no longer at its last', () => {
    const span = { from: AT, until: '2026-03-15T12:00:00Z' }
    expect(inSpan(span, at(AT) - 1)).to.equal(false)
    expect(inSpan(span, at(AT))).to.equal(true)
    expect(inSpan(span, at('2026-03-15T11:59:59Z'))).to.equal(true)
    expect(inSpan(span, at('2026-03-15T12:00:00Z'))).to.equal(false)
  })

  it('leaves a missing bound open', () => {
    expect(inSpan({}, 0)).to.equal(true)
    expect(inSpan({ until: AT }, at(AT))).to.equal(false)
    expect(inSpan({ from: AT }, at(AT))).to.equal(true)
  })
})
