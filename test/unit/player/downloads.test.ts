import { expect } from 'chai'
import { isTimeFor } from '../../../player/core/cache/fetch-ahead.js'
import { createPace } from '../../../player/core/cache/pace.js'
import {
  isComplete,
  planDownloads,
} from '../../../player/core/cache/plan-downloads.js'
import type { FileRef, Manifest } from '../../../shared/contract/manifest.js'
import { fakeTime } from './fake-host.js'

const HOUR = 3_600_000
const ZONE = 'Asia/Ho_Chi_Minh'
/** 10:00 and 02:00 in the hall. */
const MORNING = Date.parse('2026-11-23T03:00:00Z')
const NIGHT = Date.parse('2026-11-23T19:00:00Z')
const MIB = 1024 * 1024

const ref = (letter: string, more: Partial<FileRef> = {}): FileRef => ({
  sha256: letter.repeat(64),
  sizeBytes: 10,
  mediaType: 'text/html',
  ...more,
})
const at = (ms: number) => new Date(ms).toISOString()
const store = (...names: string[]) => ({
  has: async (name: string) => names.includes(name.slice(0, 1)),
  freeBytes: async () => 1000,
})

describe('planning downloads', () => {
  const manifest = {
    notices: [],
    files: [
      ref('a', { sizeBytes: 500 }),
      ref('b', { dueAt: at(MORNING + 5 * HOUR) }),
      ref('c'),
      ref('d', { dueAt: at(MORNING + 100 * HOUR), sizeBytes: 5000 }),
    ],
  } as unknown as Manifest

  it('takes what is due first, and leaves what nothing shows for hours', async () => {
    const plan = await planDownloads(store(), manifest, {
      now: MORNING,
      reserveBytes: 0,
    })
    const order = plan.missing.map(({ sha256 }) => sha256.slice(0, 1))
    expect(order.join('')).to.equal('cab')
    expect([plan.bytes, plan.fits]).to.deep.equal([520, true])
  })

  it('counts the later ones once they are nearly due', async () => {
    const has = store('a', 'b', 'c')
    expect(await isComplete(has, manifest, MORNING)).to.equal(true)
    const near = MORNING + 95 * HOUR
    expect(await isComplete(has, manifest, near)).to.equal(false)
    const plan = await planDownloads(store(), manifest, {
      now: near,
      reserveBytes: 0,
    })
    expect(plan.fits, 'no byte is fetched for what will not fit').to.equal(
      false,
    )
  })
})

describe('fetching ahead', () => {
  it('leaves the large to the night, unless they are due within a day', () => {
    const film = { sizeBytes: 200 * MIB }
    const soon = MORNING + 20 * HOUR
    const late = MORNING + 90 * HOUR
    const day = { now: MORNING, zone: ZONE }
    expect(isTimeFor({ sizeBytes: MIB }, late, day)).to.equal(true)
    expect(isTimeFor(film, late, day)).to.equal(false)
    expect(isTimeFor(film, soon, day)).to.equal(true)
    expect(isTimeFor(film, late, { now: NIGHT, zone: ZONE })).to.equal(true)
  })
})

describe('the pace of downloads', () => {
  const chunks = async function* () {
    for (let i = 0; i < 4; i += 1) yield new Uint8Array(1000)
  }
  const readAll = async (most: number | null) => {
    const time = fakeTime(0)
    const pace = createPace({ timers: time, steadyClock: time }, () => most)
    const answer = pace({
      ok: true,
      value: { fromByte: 0, chunks: chunks() },
    })
    let over = -1
    const read = async () => {
      if (!answer.ok) return
      for await (const chunk of answer.value.chunks) void chunk
      over = time.now()
    }
    const reading = read()
    await time.advance(60_000)
    await reading
    return over
  }

  it('is what the line may give, and no slower', async () => {
    expect(await readAll(1000)).to.equal(4000)
    expect(await readAll(null)).to.equal(0)
  })
})
