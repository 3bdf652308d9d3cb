import { expect } from 'chai'
import sharp from 'sharp'
import {
  createImageWorkshop,
  type ImageWorkshop,
} from '../../../../cms/server/rooms/media/image-workshop.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { hugePng, photo } from '../../../support/pictures.js'

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

describe('image workshop', () => {
  let workshop: ImageWorkshop
  before(() => {
    workshop = createImageWorkshop()
  })

  const refused: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['nothing', () => Buffer.alloc(0), 'media.not_an_image'],
    ['text', () => Buffer.from('Kính gửi…'), 'media.not_an_image'],
    ['html', () => Buffer.from('<html><script>'), 'media.not_an_image'],
    ['pdf', () => Buffer.from('%PDF-1.7\n'), 'media.not_an_image'],
    [
      'a program',
      () => Buffer.from('7f454c46020101', 'hex'),
      'media.not_an_image',
    ],
    [
      'a head of PNG on a body of noise',
      () =>
        Buffer.concat([
          Buffer.from('89504e470d0a1a0a', 'hex'),
          Buffer.alloc(5000, 0x41),
        ]),
      'media.not_an_image',
    ],
    [
      'svg with script',
      () =>
        Buffer.from(
          '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        ),
      'media.svg_refused',
    ],
    [
      'svg in UTF-16',
      () => Buffer.from('\ufeff<svg onload="x()"></svg>', 'utf16le'),
      'media.svg_refused',
    ],
    [
      '100 megapixels in 100 kB',
      () => hugePng(10_000, 10_000),
      'media.too_many_pixels',
    ],
    [
      'a jpeg that was cut in half',
      async () => {
        const whole = await photo(800, 600)
        return whole.subarray(0, Math.floor(whole.length / 2))
      },
      'media.not_an_image',
    ],
    [
      'a png whose rows are missing',
      async () => {
        const whole = await sharp(await photo(400, 300))
          .png()
          .toBuffer()
        return whole.subarray(0, whole.length - 2000)
      },
      'media.not_an_image',
    ],
    ['26 MB', () => Buffer.alloc(26 * 1024 * 1024), 'media.too_many_bytes'],
  ]
  for (const [what, make, code] of refused)
    it(`refuses ${what} with ${code}`, async () => {
      expect(await codeOf(workshop.renditionsOf(await make()))).to.equal(code)
    })

  it('makes forms for both classes and a thumbnail, in WebP', async () => {
    const made = await workshop.renditionsOf(await photo(4000, 300))
    expect([made.width, made.height]).to.deep.equal([4000, 300])
    expect(made.mediaType).to.equal('image/jpeg')
    const sizes = await Promise.all(
      (['1080', '2160', 'thumbnail'] as const).map(async (name) => {
        const { format, width, height } = await sharp(
          made.forms[name],
        ).metadata()
        return [format, width, height]
      }),
    )
    expect(sizes).to.deep.equal([
      ['webp', 1920, 144],
      ['webp', 3840, 288],
      ['webp', 480, 36],
    ])
  })

  it('does not blow a small picture up', async () => {
    const made = await workshop.renditionsOf(await photo(300, 200))
    const { width } = await sharp(made.forms['2160']).metadata()
    expect(width).to.equal(300)
  })

  it('turns the picture the way the camera was held', async () => {
    const lying = await sharp(await photo(600, 400))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const made = await workshop.renditionsOf(lying)
    expect([made.width, made.height]).to.deep.equal([400, 600])
    const { width, height, orientation } = await sharp(
      made.forms['1080'],
    ).metadata()
    expect([width, height, orientation]).to.deep.equal([400, 600, undefined])
  })

  it('leaves place, camera and profile behind', async () => {
    const telling = await sharp(await photo(600, 400))
      .withExif({ IFD0: { Copyright: 'X' }, IFD3: { GPSLatitude: '13/1' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const made = await workshop.renditionsOf(telling)
    const metadata = await sharp(made.forms['1080']).metadata()
    expect(metadata.exif).to.equal(undefined)
    expect(metadata.icc).to.equal(undefined)
    expect(metadata.space).to.equal('srgb')
  })

  it('takes print colours and transparency', async () => {
    const cmyk = await sharp(await photo(200, 100))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    const made = await workshop.renditionsOf(cmyk)
    expect((await sharp(made.forms['1080']).metadata()).channels).to.equal(3)
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: '#00000000' },
    })
      .png()
      .toBuffer()
    const kept = await workshop.renditionsOf(clear)
    expect((await sharp(kept.forms['1080']).metadata()).hasAlpha).to.equal(true)
  })

  it('goes on after a picture that failed', async () => {
    const results = await Promise.all([
      codeOf(workshop.renditionsOf(Buffer.from('x'))),
      codeOf(workshop.renditionsOf(await photo(100, 100))),
    ])
    expect(results).to.deep.equal(['media.not_an_image', 'none'])
  })

  it('knows that the bomb of these tests is small to send', () => {
    expect(hugePng(10_000, 10_000).length).to.be.lessThan(400_000)
  })
})
