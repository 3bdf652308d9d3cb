import { expect } from 'chai'
import { silentLog } from '../../../shared/kernel/log.js'
import { FIRST_BEAT_MS, keepWindow } from '../../../player/node/keep-window.js'
import { fakeTime, middle } from './fake-host.js'

function setUp(mayRenew?: (openForMs: number) => boolean) {
  const time = fakeTime()
  const opened: { end(why: string): void; closed: boolean }[] = []
  const stage = { alive: true }
  const stop = keepWindow({
    async open() {
      let end: (why: string) => void = () => {}
      const gone = new Promise<string>((resolve) => {
        end = resolve
      })
      const one = { end, closed: false }
      opened.push(one)
      return {
        gone,
        async close() {
          one.closed = true
          end('closed')
        },
      }
    },
    isAlive: () => stage.alive,
    clock: time,
    timers: time,
    random: middle,
    log: silentLog,
    ...(mayRenew ? { mayRenew } : {}),
  })
  return { time, opened, stage, stop }
}

describe('the window watchdog', () => {
  it('opens the window again when it is gone, each time later', async () => {
    const { time, opened } = setUp()
    await time.advance(0)
    opened[0]?.end('exit 1')
    await time.advance(100)
    expect(opened).to.have.length(2)
    opened[1]?.end('exit 1')
    await time.advance(100)
    expect(opened).to.have.length(2)
    await time.advance(100)
    expect(opened).to.have.length(3)
  })

  it('closes and opens a page that has fallen silent', async () => {
    const { time, opened, stage } = setUp()
    await time.advance(5000)
    stage.alive = false
    await time.advance(2000)
    expect(opened[0]?.closed).to.equal(true)
    expect(opened).to.have.length(2)
  })

  it('gives a slow box time for its first heartbeat', async () => {
    const { time, opened, stage } = setUp()
    stage.alive = false
    await time.advance(FIRST_BEAT_MS)
    expect(opened).to.have.length(1)
    await time.advance(3000)
    expect(opened).to.have.length(2)
  })

  it('renews an old window when the night lets it', async () => {
    const { time, opened } = setUp((openForMs) => openForMs > 20_000)
    await time.advance(19_000)
    expect(opened).to.have.length(1)
    await time.advance(2000)
    expect([opened[0]?.closed, opened.length]).to.deep.equal([true, 2])
    expect(opened[1]?.closed).to.equal(false)
  })

  it('closes its window and opens no other once it is stopped', async () => {
    const { time, opened, stop } = setUp()
    await time.advance(0)
    await stop()
    await time.advance(1e6)
    expect(opened.map((w) => w.closed)).to.deep.equal([true])
  })
})
