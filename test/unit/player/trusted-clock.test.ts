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
})
