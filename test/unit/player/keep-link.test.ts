import { expect } from 'chai'
import { silentLog } from '../../../shared/kernel/log.js'
import type { LinkListener } from '../../../player/core/ports.js'
import {
  keepLink,
  UNWANTED_WAIT_MS,
} from '../../../player/core/sync/keep-link.js'
import { fakeTime, middle } from './fake-host.js'

function setUp() {
  const time = fakeTime()
  const listeners: LinkListener[] = []
  const seen: string[] = []
  const kept = keepLink({
    transport: {
      openLink(_assertion, listener) {
        listeners.push(listener)
        return {
          report: async () => 'taken',
          close: () => listener.down({ detail: 'closed by us' }),
        }
      },
    },
    timers: time,
    random: middle,
    log: silentLog,
    now: time.now,
    assertion: async () => `assertion ${listeners.length}`,
    askTime: async () => {
      seen.push('asked the time')
      return true
    },
    onUp: () => seen.push('up'),
    onDown: () => seen.push('down'),
    heard: (event) => seen.push(event),
  })
  return { time, listeners, seen, kept, last: () => listeners.at(-1)! }
}

describe('the kept link', () => {
  it('does not fight when another box speaks with its identity', async () => {
    const { time, listeners, last, kept } = setUp()
    await time.advance(0)
    last().up()
    last().heard('goodbye', { reason: 'replaced' })
    await time.advance(UNWANTED_WAIT_MS)
    expect(listeners).to.have.length(1)
    expect(kept.unwanted()).to.equal('replaced')
    await time.advance(UNWANTED_WAIT_MS)
    expect(listeners).to.have.length(2)
  })

  it('asks the time before it tries again with a refused clock', async () => {
    const { time, seen, last } = setUp()
    await time.advance(0)
    last().down({ code: 'auth.assertion_clock', detail: '' })
    await time.advance(0)
    expect(seen).to.deep.equal(['asked the time'])
  })

  it('waits longer and longer, and begins anew after a stable link', async () => {
    const { time, last } = setUp()
    await time.advance(0)
    const waits: number[] = []
    for (let i = 0; i < 8; i += 1) {
      last().down({ detail: 'no answer' })
      await time.advance(0)
      const wait = time.waits()[0] ?? 0
      waits.push(wait)
      await time.advance(wait)
    }
    expect(waits).to.deep.equal([
      1500, 3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000,
    ])
    last().up()
    await time.advance(11_000)
    last().down({ detail: 'cms restarted' })
    await time.advance(0)
    expect(time.waits()[0]).to.equal(1500)
  })

  it('hands on what it hears, and stops for good', async () => {
    const { time, seen, listeners, last, kept } = setUp()
    await time.advance(0)
    last().up()
    last().heard('release', { spreadMs: 0 })
    kept.stop()
    await time.advance(1e7)
    expect(seen).to.deep.equal(['up', 'release'])
    expect(listeners).to.have.length(1)
  })
})
