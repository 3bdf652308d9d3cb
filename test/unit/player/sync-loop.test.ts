import { expect } from 'chai'
import { silentLog } from '../../../shared/kernel/log.js'
import {
  createSyncLoop,
  POLL_DOWN_MS,
  POLL_UP_MS,
} from '../../../player/core/sync/sync-loop.js'
import type { Pulled } from '../../../player/core/sync/pull-manifest.js'
import { fakeTime, middle } from './fake-host.js'

function setUp() {
  const time = fakeTime()
  const pulls: number[] = []
  const next: { answer: Pulled; gate: Promise<void> | null } = {
    answer: { kind: 'same' },
    gate: null,
  }
  const sync = createSyncLoop({
    timers: time,
    steadyClock: time,
    random: middle,
    log: silentLog,
    async pull() {
      pulls.push(time.now())
      await next.gate
      return next.answer
    },
    adopt: async () => ({ ok: true }),
    refuse() {},
    askTime: async () => true,
    onStatus() {},
  })
  return { time, pulls, next, sync }
}

describe('the sync loop', () => {
  it('backs off while nothing answers, and says it is failing', async () => {
    const { time, pulls, next, sync } = setUp()
    const answer = { ok: false, reason: 'offline', detail: 'refused' } as const
    next.answer = { kind: 'unanswered', answer }
    await time.advance(0)
    expect(sync.status().state).to.equal('failing')
    await time.advance(2000 + 4000 + 8000)
    expect(pulls).to.have.length(4)
  })

  it('polls each minute without a link and seldom with one', async () => {
    const { time, pulls, sync } = setUp()
    await time.advance(POLL_DOWN_MS)
    expect(pulls).to.have.length(2)
    sync.linkChanged(true)
    await time.advance(0)
    expect(pulls).to.have.length(3)
    await time.advance(POLL_UP_MS - 1)
    expect(pulls).to.have.length(3)
  })

  it('loses no nudge that comes while it is busy', async () => {
    const { time, pulls, next, sync } = setUp()
    let open: () => void = () => {}
    next.gate = new Promise((resolve) => {
      open = resolve
    })
    await time.advance(0)
    sync.pullIn(0)
    next.gate = null
    open()
    await time.advance(0)
    expect(pulls.length).to.equal(2)
  })

  it('does not let a far nudge put off a near one', async () => {
    const { time, pulls, sync } = setUp()
    await time.advance(0)
    sync.pullIn(100)
    sync.pullIn(5000)
    await time.advance(100)
    expect(pulls).to.have.length(2)
  })
})
