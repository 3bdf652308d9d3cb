import { expect } from 'chai'
import fc from 'fast-check'
import { createTrustedClock } from '../../../player/core/sync/trusted-clock.js'
import { fakeTime } from './fake-host.js'

const fresh = { offsetMs: 0, lastKnown: 0, fromCms: false }
const DAY = 86_400_000

describe('trusted clock', () => {
  it('refuses a time before something already sealed', () => {
    const clock = createTrustedClock(fakeTime(DAY), fresh)
    clock.atLeast(50 * DAY)
    expect(clock.learn(10 * DAY, DAY, DAY)).to.equal(false)
    expect(clock.now()).to.equal(50 * DAY)
  })

  it('takes the time of the CMS, half the round trip later', () => {
    const machine = fakeTime(1000)
    const clock = createTrustedClock(machine, fresh)
    machine.set(1200)
    expect(clock.learn(500_000, 1000, 1200)).to.equal(true)
    expect(clock.now()).to.equal(500_100)
  })

  it('goes on from the last known instant when the box wakes up in 1970', () => {
    const machine = fakeTime(5)
    const saved = { offsetMs: 0, lastKnown: 20_000 * DAY, fromCms: true }
    const clock = createTrustedClock(machine, saved)
    expect(clock.now()).to.equal(20_000 * DAY)
    machine.set(1005)
    expect(clock.now()).to.equal(20_000 * DAY + 1000)
  })

  it('never goes back, whatever the machine clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e13 }), { minLength: 2 }),
        (instants) => {
          const machine = fakeTime(0)
          const clock = createTrustedClock(machine, fresh)
          let before = clock.now()
          for (const instant of instants) {
            machine.set(instant)
            const now = clock.now()
            expect(now).to.be.at.least(before)
            before = now
          }
        },
      ),
    )
  })

  it('runs on when somebody sets the machine clock while it runs', () => {
    const machine = fakeTime(21_000 * DAY)
    const steady = fakeTime(7)
    const clock = createTrustedClock(machine, fresh, steady)
    expect(clock.source()).to.equal('machine')
    machine.set(30_000 * DAY)
    steady.set(1007)
    expect(clock.now()).to.equal(21_000 * DAY + 1000)
    expect(clock.look(false), 'the stage must be told').to.equal(true)
    expect(clock.look(false), 'once').to.equal(false)
    expect(clock.offsetMs()).to.equal(-9000 * DAY + 1000)
  })

  it('knows that it is wrong, until somebody who knows has told it', () => {
    const machine = fakeTime(5)
    const saved = { offsetMs: 0, lastKnown: 21_000 * DAY, fromCms: true }
    const clock = createTrustedClock(machine, saved)
    expect(clock.isWrong()).to.equal(true)
    machine.set(21_010 * DAY)
    clock.look(true)
    expect([clock.source(), clock.now()]).to.deep.equal(['ntp', 21_010 * DAY])
    clock.learn(21_011 * DAY, 21_010 * DAY, 21_010 * DAY)
    expect([clock.source(), clock.now()]).to.deep.equal(['cms', 21_011 * DAY])
    machine.set(21_500 * DAY)
    clock.look(true)
    expect(clock.source(), 'the CMS goes before NTP').to.equal('cms')
  })

  it('does not believe a machine clock years ahead of what it last knew', () => {
    const saved = { offsetMs: 0, lastKnown: 21_000 * DAY, fromCms: true }
    const clock = createTrustedClock(fakeTime(23_000 * DAY), saved)
    expect(clock.isWrong()).to.equal(true)
    expect(clock.now()).to.equal(21_000 * DAY)
  })

  it('is wrong when a seal was made later than it shows', () => {
    const clock = createTrustedClock(fakeTime(21_000 * DAY), fresh)
    clock.atLeast(21_001 * DAY)
    expect(clock.isWrong()).to.equal(true)
    expect(clock.now()).to.equal(21_001 * DAY)
  })
})
