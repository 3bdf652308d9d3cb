/* A slide with a film, from a real WebM that this Chromium recorded itself. */
import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { drawFilm } from '../../../templates/engine/functions/draw-film.js'
import { slide } from '../frame/slide-samples.js'
import { colouredSlide, sampleManifest } from './stage-samples.js'
import {
  closeStageHouse,
  NO_MOTION,
  openStageGlass,
  openStageHouse,
  type StageGlass,
  type StageHouse,
} from './stage-glass.js'

const A = { id: 'item-a', html: colouredSlide('A', '#cfe'), seconds: 20 }

/** The slide of a film of the site's files. */
function filmSlide(sha256: string): string {
  const film = drawFilm({
    sha256,
    video: {
      sha256,
      mediaType: 'video/webm',
      durationSeconds: 2,
      hasSound: false,
    },
  })
  const policy = "img-src 'self' data:; "
  return slide(film, 'video{width:640px;height:360px}').replace(
    policy,
    `${policy}media-src 'self'; `,
  )
}

describe('the stage plays a film', function () {
  this.timeout(30_000)
  let house: StageHouse
  let glass: StageGlass
  let film = ''

  const keepFilm = (body: Buffer): string => {
    const sha256 = createHash('sha256').update(body).digest('hex')
    house.site.files.set(sha256, { type: 'video/webm', body })
    return sha256
  }

  before(async () => {
    house = await openStageHouse()
    glass = await openStageGlass(house)
    film = keepFilm(Buffer.from(await glass.page.evaluate(recordFilm)))
    await glass.closePage()
  })
  beforeEach(async () => {
    glass = await openStageGlass(house)
  })
  afterEach(() => glass.closePage())
  after(() => closeStageHouse(house))

  const told = (id: string, event: string) =>
    glass.page.waitForFunction(
      ([id, event]) =>
        window.stage.shown.some((one) => one.id === id && one.event === event),
      [id, event] as const,
    )
  const films = () =>
    glass.page.evaluate(() =>
      [...document.querySelectorAll('iframe')].flatMap((frame) =>
        Array.from(
          frame.contentDocument?.querySelectorAll('video') ?? [],
          ({ currentTime, muted, paused, hidden }) => ({
            currentTime,
            muted,
            paused,
            hidden,
          }),
        ),
      ),
    )

  it('skips a film that cannot be read, and says so', async () => {
    const broken = keepFilm(Buffer.from('not a film at all'))
    const items = [
      A,
      { id: 'broken', html: filmSlide(broken), seconds: 20 },
      { id: 'item-b', html: colouredSlide('B', '#fce'), seconds: 20 },
    ]
    await glass.start(sampleManifest(glass.files, items), NO_MOTION)
    await told('broken', 'failed')
    await glass.forwardOnly(20_000)
    await glass.forward(20_000, 'item-b')
    expect(await glass.shown()).not.to.include('broken painted')
    const reason = await glass.page.evaluate(
      () => window.stage.shown.find(({ id }) => id === 'broken')?.reason,
    )
    expect(reason).to.contain(broken)
  })

  it('holds its first picture until it is due, then plays it without sound', async () => {
    const items = [A, { id: 'film', html: filmSlide(film), seconds: 20 }]
    await glass.start(sampleManifest(glass.files, items), NO_MOTION)
    await told('item-a', 'painted')
    await glass.page.waitForFunction(() =>
      [...document.querySelectorAll('iframe')].some(
        (frame) =>
          (frame.contentDocument?.querySelector('video')?.readyState ?? 0) > 1,
      ),
    )
    expect((await films()).map(({ paused }) => paused)).to.deep.equal([true])
    await glass.forward(20_000, 'film')
    await glass.page.waitForFunction(() =>
      [...document.querySelectorAll('iframe')].some(
        (frame) =>
          (frame.contentDocument?.querySelector('video')?.currentTime ?? 0) >
          0.2,
      ),
    )
    const [playing] = await films()
    expect(playing).to.include({ muted: true, hidden: false })
  })

  it('goes on to the next slide when its time is over', async () => {
    const items = [{ id: 'film', html: filmSlide(film), seconds: 20 }, A]
    await glass.start(sampleManifest(glass.files, items), NO_MOTION)
    await told('film', 'painted')
    await glass.forward(20_000, 'item-a')
    expect(await glass.shown()).to.include('film ended')
    await glass.page.waitForFunction(
      () => document.querySelectorAll('iframe').length <= 3,
    )
  })
})

/** Two seconds of moving colour, recorded in the page. */
async function recordFilm(): Promise<number[]> {
  const canvas = document.createElement('canvas')
  canvas.width = 320
  canvas.height = 180
  const pen = canvas.getContext('2d')
  const recorder = new MediaRecorder(canvas.captureStream(25), {
    mimeType: 'video/webm;codecs=vp8',
  })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => void parts.push(data)
  const over = new Promise((resolve) => (recorder.onstop = resolve))
  recorder.start()
  const started = performance.now()
  await new Promise<void>((resolve) => {
    const draw = () => {
      const at = performance.now() - started
      if (at > 2000) return resolve()
      if (pen) {
        pen.fillStyle = `hsl(${at / 6} 80% 50%)`
        pen.fillRect(0, 0, canvas.width, canvas.height)
      }
      requestAnimationFrame(draw)
    }
    draw()
  })
  recorder.stop()
  await over
  const bytes = await new Blob(parts).arrayBuffer()
  return [...new Uint8Array(bytes)]
}
