import { expect } from 'chai'
import type { Manifest } from '../../../shared/contract/manifest.js'
import {
  withNotice,
  withRecall,
} from '../../../shared/programme/apply-orders.js'
import { slide } from '../frame/slide-samples.js'
import {
  colouredSlide,
  MORNING,
  sampleManifest,
  sampleNotice,
  SCREEN_ID,
} from './stage-samples.js'
import {
  closeStageHouse,
  NO_MOTION,
  openStageGlass,
  openStageHouse,
  type StageGlass,
  type StageHouse,
} from './stage-glass.js'

const A = { id: 'item-a', html: colouredSlide('A', '#cfe'), seconds: 20 }
const B = { id: 'item-b', html: colouredSlide('B', '#fce'), seconds: 20 }
const URGENT = colouredSlide('Sơ tán ngay', '#b00e1e')

describe('the stage takes orders', () => {
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
  const urgent = (manifest: Manifest, seconds = 60) =>
    withNotice(
      manifest,
      sampleNotice(glass.files, URGENT, [MORNING, MORNING + seconds * 1000]),
    )
  const offerAndWait = async (manifest: Manifest, id: string) => {
    glass.serve()
    await glass.page.evaluate(
      ([manifest, id]) => {
        const painted = window.stage.painted(id)
        window.stage.play(manifest)
        return painted
      },
      [manifest, id] as const,
    )
  }

  it('keeps the programme when the document of a notice is broken', async () => {
    const manifest = sampleManifest(glass.files, [A, B])
    await glass.start(manifest, NO_MOTION)
    await ready('item-a')
    const notice = sampleNotice(glass.files, slide('<img src="none">'), [
      MORNING,
      MORNING + 60_000,
    ])
    await glass.offer(withNotice(manifest, notice))
    await glass.page.waitForFunction(() =>
      window.stage.shown.some(({ event }) => event === 'failed'),
    )
    const failed = await glass.page.evaluate(() =>
      window.stage.shown.find(({ event }) => event === 'failed'),
    )
    expect(failed).to.include({ kind: 'notice', id: 'notice-1' })
    expect(failed?.reason).to.contain('missing_file')
    expect((await glass.shown()).includes('item-a ended')).to.equal(false)
  })

  it('gives the glass to a notice at once and takes it back at its end', async () => {
    const manifest = sampleManifest(glass.files, [A, B])
    await glass.start(manifest)
    await ready('item-a')
    const offered = MORNING
    await offerAndWait(urgent(manifest, 30), 'notice-1')
    await glass.forward(30_000, 'item-b')
    const shown = await glass.page.evaluate(() => window.stage.shown)
    const notice = shown.filter(({ kind }) => kind === 'notice')
    expect(notice.map(({ event }) => event)).to.deep.equal(['painted', 'ended'])
    expect(Date.parse(notice[0]?.at ?? '')).to.equal(offered)
    expect(notice[1]?.seconds).to.equal(30)
  })

  it('ends a notice at once when it is recalled', async () => {
    const manifest = sampleManifest(glass.files, [A, B])
    await glass.start(urgent(manifest))
    await ready('notice-1')
    const recalled = withRecall(urgent(manifest), {
      kind: 'recall',
      protocol: 1,
      id: 'recall-1',
      issuedAt: new Date(MORNING).toISOString(),
      target: { kind: 'notice', id: 'notice-1', version: 1 },
      screens: [SCREEN_ID],
    })
    await offerAndWait(recalled, 'item-a')
    expect(await glass.shown()).to.include('notice-1 ended')
  })

  it('lets the slide on the glass finish before a newer programme', async () => {
    await glass.start(sampleManifest(glass.files, [A, B]), NO_MOTION)
    await ready('item-a')
    const next = { id: 'item-x', html: colouredSlide('X', '#ffa'), seconds: 20 }
    await glass.offer(sampleManifest(glass.files, [next, A], 2))
    await glass.forwardOnly(19_000)
    expect(await glass.shown()).to.deep.equal(['item-a painted'])
    // It takes over at 20 s, at whatever its own loop shows there.
    await glass.page.evaluate(() => void (window.stage.now += 1_000))
    await glass.page.waitForFunction(() => window.stage.shown.length > 1)
    await glass.forward(20_000, 'item-x')
  })

  it('drops at once what the newer programme no longer has', async () => {
    await glass.start(sampleManifest(glass.files, [A, B]), NO_MOTION)
    await ready('item-a')
    await offerAndWait(sampleManifest(glass.files, [B], 2), 'item-b')
    expect(await glass.shown()).to.deep.equal([
      'item-a painted',
      'item-a ended',
      'item-b painted',
    ])
  })

  it('drops a recalled release at once', async () => {
    const manifest = sampleManifest(glass.files, [A, B])
    await glass.start(manifest, NO_MOTION)
    await ready('item-a')
    const recalled = withRecall(manifest, {
      kind: 'recall',
      protocol: 1,
      id: 'recall-1',
      issuedAt: new Date(MORNING).toISOString(),
      target: { kind: 'release', id: 'release-item-a' },
      screens: [SCREEN_ID],
    })
    await offerAndWait(recalled, 'item-b')
  })

  it('begins a notice at the hour it carries, in the middle of a slide', async () => {
    const manifest = sampleManifest(glass.files, [A, B])
    await glass.start(manifest, NO_MOTION)
    await ready('item-a')
    const notice = sampleNotice(glass.files, URGENT, [
      MORNING + 5_000,
      MORNING + 60_000,
    ])
    await glass.offer(withNotice(manifest, notice))
    await glass.forward(5_000, 'notice-1')
  })

  it('shows a new screen its code, words and address', async () => {
    await glass.page.evaluate(() => {
      window.stage.start()
      window.stage.say({
        kind: 'pairing',
        code: 'K7MP42',
        claimUrl: 'https://bangtin.example.vn/ghep?code=K7MP42',
        fingerprint: 'CON VOI – 42',
      })
    })
    const text = await glass.page.innerText('.calm')
    expect(text).to.include('Màn hình mới')
    expect(text).to.include('CON VOI – 42')
    expect(text).to.include('bangtin.example.vn/ghep')
    expect(text.replace(/\s/g, '')).to.include('K7MP42')
    expect(await glass.page.locator('.calm svg.qr path').count()).to.equal(1)
    await glass.page.evaluate(() => window.stage.say({ kind: 'waiting' }))
    expect(await glass.page.innerText('.calm')).to.include('Đang nhận')
  })
})
