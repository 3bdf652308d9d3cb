import { expect } from 'chai'
import {
  isQuietHour,
  startScrub,
} from '../../../player/core/cache/scrub-files.js'
import { fakeTime } from './fake-host.js'

const ZONE = 'Asia/Ho_Chi_Minh'
const HOUR = 3_600_000
/** 23:00 in the hall. */
const EVENING = Date.parse('2026-11-23T16:00:00Z')

describe('the nightly scrub', () => {
  it('knows the dead of night where the screen hangs', () => {
    expect(isQuietHour(ZONE, EVENING)).to.equal(false)
    expect(isQuietHour(ZONE, EVENING + 2 * HOUR)).to.equal(true)
    expect(isQuietHour(ZONE, EVENING + 5 * HOUR)).to.equal(false)
  })

  it('reads every file that is needed once a night, and tells what rotted', async () => {
    const time = fakeTime(EVENING)
    const read: string[] = []
    const damaged: string[] = []
    const stop = startScrub({
      files: {
        async verify(name) {
          read.push(name)
          return name !== 'b'
        },
      },
      timers: time,
      now: time.now,
      zone: () => ZONE,
      needed: () => ['a', 'b', 'c'],
      onDamaged: (name) => damaged.push(name),
    })
    await time.advance(1.5 * HOUR)
    expect(read, 'not while people may look').to.deep.equal([])
    await time.advance(5 * HOUR)
    expect(read).to.deep.equal(['a', 'b', 'c'])
    expect(damaged).to.deep.equal(['b'])
    await time.advance(24 * HOUR)
    expect(read.length, 'again the next night').to.equal(6)
    stop()
  })
})
