import { expect } from 'chai'
import { createPace } from '../../../../cms/server/realtime/pace.js'
import { createThrottle } from '../../../../cms/server/realtime/throttle.js'

describe('the pace of a socket', () => {
  it('lets a burst pass, then what the seconds earn, and never more', () => {
    let now = 0
    const pace = createPace({ now: () => now }, { burst: 3, perSecond: 2 })
    const taken = (times: number) =>
      Array.from({ length: times }, () => pace.take()).filter(Boolean).length
    expect(taken(5)).to.equal(3)
    now = 500
    expect(taken(5)).to.equal(1)
    now = 3_600_000
    expect(taken(9)).to.equal(3)
  })
})

describe('nudges of consoles', () => {
  it('are said at once, and once more for all that came within the window', async () => {
    const said: string[] = []
    let over = () => {}
    const ended = new Promise<void>((resolve) => (over = resolve))
    const throttle = createThrottle(5)
    throttle.say('a', () => said.push('first'))
    throttle.say('a', () => said.push('second'))
    throttle.say('b', () => said.push('other'))
    throttle.say('a', () => {
      said.push('last')
      over()
    })
    expect(said).to.deep.equal(['first', 'other'])
    // The window's timer holds no process open; something of ours has to.
    const alive = setInterval(() => {}, 1000)
    await ended
    clearInterval(alive)
    throttle.stop()
    expect(said).to.deep.equal(['first', 'other', 'last'])
  })
})
