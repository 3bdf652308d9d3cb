import { expect } from 'chai'
import { colouredSlide, MORNING, sampleManifest } from './stage-samples.js'
import {
  closeStageHouse,
  NO_MOTION,
  openStageGlass,
  openStageHouse,
  type StageGlass,
  type StageHouse,
} from './stage-glass.js'
import { rows, slide } from '../frame/slide-samples.js'

const A = { id: 'item-a', html: colouredSlide('A', '#cfe'), seconds: 20 }
const B = { id: 'item-b', html: colouredSlide('B', '#fce'), seconds: 20 }
const C = {
  id: 'item-c',
  html: colouredSlide('C', '#fec'),
  seconds: 20,
  frame: 'full' as const,
}
const BROKEN = { id: 'broken', html: slide('<img src="none">'), seconds: 20 }

describe('the stage plays a programme', () => {
  let house: StageHouse
  let glass: StageGlass

  before(async function () {
    this.timeout(30_000)
    house = await openStageHouse()
  })
  beforeEach(async () => {
    glass = await openStageGlass(house)
  })
  afterEach(() => glass.closePage())
  after(() => closeStageHouse(house))

  const ready = (id: string) =>
    glass.page.waitForFunction(
      (id) =>
        window.stage.shown.some(
          (one) => one.id === id && one.event === 'painted',
        ),
      id,
    )

  it('skips a broken slide, says so, and keeps what is on', async () => {
    await glass.start(sampleManifest(glass.files, [A, BROKEN, B]), NO_MOTION)
    await ready('item-a')
    await glass.page.waitForFunction(() =>
      window.stage.shown.some(({ event }) => event === 'failed'),
    )
    await glass.forwardOnly(20_000)
    await glass.forward(20_000, 'item-b')
    const shown = await glass.shown()
    // The next slide is fetched while the first is painted: either may be told first.
    expect(shown.slice(0, 2)).to.have.members([
      'item-a painted',
      'broken failed',
    ])
    expect(shown.slice(2)).to.deep.equal(['item-a ended', 'item-b painted'])
  })

  it('shows the holding slide when the first slide is broken', async () => {
    await glass.start(sampleManifest(glass.files, [BROKEN, A]), NO_MOTION)
    await ready('holding')
    expect(await glass.shown()).to.include('broken failed')
    await glass.forward(20_000, 'item-a')
  })

  it('takes an expired slide off although the next one does not come', async () => {
    const expiresAt = new Date(MORNING + 10_000).toISOString()
    const manifest = sampleManifest(glass.files, [{ ...A, expiresAt }, B])
    await glass.page.route(
      `**/files/${manifest.items[1]?.slides[0]?.sha256}`,
      () => undefined,
    )
    await glass.start(manifest, NO_MOTION)
    await ready('item-a')
    await glass.forwardOnly(10_000)
    await glass.forwardOnly(600)
    await glass.page.waitForFunction(() =>
      window.stage.shown.some(({ event }) => event === 'ended'),
    )
    const words = await glass.page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map(
        (frame) => frame.contentDocument?.querySelector('.word')?.textContent,
      ),
    )
    expect(words).not.to.include('A')
  })

  it('shows each slide in its turn with header and ticker around', async () => {
    await glass.start(sampleManifest(glass.files, [A, B, C]))
    await ready('item-a')
    await glass.forward(20_000, 'item-b')
    await glass.forward(20_000, 'item-c')
    await glass.forward(20_000, 'item-a')
    const shown = await glass.shown()
    expect(shown.filter((one) => one.endsWith('painted'))).to.deep.equal([
      'item-a painted',
      'item-b painted',
      'item-c painted',
      'item-a painted',
    ])
    const header = await glass.page.evaluate(() =>
      document
        .querySelector('iframe')
        ?.contentDocument?.querySelector('header')
        ?.textContent?.trim(),
    )
    expect(header).to.equal('10:03 Thứ Hai, 23/11/2026 15 tháng Mười, Bính Ngọ')
  })

  it('gives each page of a long slide an equal share of its time', async () => {
    const long = { id: 'long', html: rows(12), seconds: 20 }
    await glass.start(sampleManifest(glass.files, [long, A]), NO_MOTION)
    await ready('long')
    const scrolled = () =>
      glass.page.evaluate(() => {
        const at = Array.from(document.querySelectorAll('iframe'), (frame) =>
          frame.contentDocument?.querySelector('.rows'),
        )
        return (at.find(Boolean)?.scrollLeft ?? 0) > 0
      })
    const nextFrames = () =>
      glass.page.evaluate(
        () =>
          new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(done)),
          ),
      )
    await glass.forwardOnly(9_900)
    await nextFrames()
    expect(await scrolled()).to.equal(false)
    await glass.forwardOnly(200)
    await nextFrames()
    expect(await scrolled()).to.equal(true)
    await glass.forward(9_900, 'item-a')
  })

  it('never shows a bare frame while slides change', async () => {
    await glass.start(sampleManifest(glass.files, [A, B]))
    await ready('item-a')
    await glass.page.waitForFunction(
      () =>
        getComputedStyle(document.querySelectorAll('.layer')[1] as Element)
          .opacity === '1',
    )
    const bare = await glass.page.evaluate(async () => {
      const stop = window.stage.watchBareness()
      await window.stage.swaps(6, 20_000, 700)
      return stop()
    })
    expect(bare).to.be.lessThan(0.01)
  })

  it('keeps three documents at most over 300 fast changes', async function () {
    this.timeout(60_000)
    await glass.start(sampleManifest(glass.files, [A, B, C]), NO_MOTION)
    await ready('item-a')
    const most = await glass.page.evaluate(async () => {
      let most = 0
      const count = () => {
        most = Math.max(most, document.querySelectorAll('iframe').length)
      }
      const observer = new MutationObserver(count)
      observer.observe(document.body, { childList: true, subtree: true })
      await window.stage.swaps(300, 20_000)
      observer.disconnect()
      return most
    })
    expect(most).to.be.at.most(3)
    const painted = (await glass.shown()).filter((one) =>
      one.endsWith('painted'),
    )
    expect(painted.length).to.be.at.least(300)
  })

  it('says where it stands and how smoothly, every two seconds', async () => {
    await glass.start(sampleManifest(glass.files, [A]), NO_MOTION)
    await ready('item-a')
    await glass.page.waitForFunction(() =>
      window.stage.heartbeats.some(({ showing }) => showing),
    )
    const beat = await glass.page.evaluate(() =>
      window.stage.heartbeats.find(({ showing }) => showing),
    )
    expect(beat).to.include({ visible: true, width: 1920, height: 1080 })
    expect(beat?.showing).to.include({ kind: 'item', id: 'item-a' })
    expect(beat?.longestGapMs).to.be.greaterThan(0)
  })

  it('leaves nothing on the page when it stops', async () => {
    await glass.start(sampleManifest(glass.files, [A]), NO_MOTION)
    await ready('item-a')
    const left = await glass.page.evaluate(() => {
      window.stage.stop()
      return document.getElementById('glass')?.childElementCount
    })
    expect(left).to.equal(0)
    expect((await glass.shown()).at(-1)).to.equal('item-a ended')
  })
})
