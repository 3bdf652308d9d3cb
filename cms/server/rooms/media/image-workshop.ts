/**
 * Turns any picture a person has into the few forms a screen needs. One at a
 * time: a big photo takes hundreds of megabytes while it is open.
 */
import sharp from 'sharp'
import type { Focus } from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { BYTES_MAX } from './file-kind.rules.js'
import { focusOf, lookOf } from './picture-look.js'
import { imageKindOf, looksLikeSvg } from './image-kind.rules.js'

/** Largest picture, in pixels; a real photo of today's cameras fits. */
export const PIXELS_MAX = 80_000_000

/** Longest side in pixels and WebP quality of each form. */
const FORMS = {
  '1080': { side: 1920, quality: 82 },
  '2160': { side: 3840, quality: 80 },
  thumbnail: { side: 480, quality: 72 },
} as const

export type FormName = keyof typeof FORMS
export type Renditions = {
  /** As seen, after the camera's orientation was applied. */
  width: number
  height: number
  mediaType: string
  /** WebP bytes, sRGB, without any metadata. */
  forms: Record<FormName, Buffer>
  /** Where the eye goes: what a cut keeps until a person says otherwise. */
  focus: Focus
  /** Perceptual hash; null for a picture of nothing. */
  look: string | null
  /** It moved: only its first frame is taken. */
  animated: boolean
}

export type ImageWorkshop = {
  /**
   * Throws `media.too_many_bytes`, `media.svg_refused`, `media.not_an_image`
   * (by its bytes, or broken inside), `media.too_many_pixels`.
   */
  renditionsOf(bytes: Uint8Array): Promise<Renditions>
  /** The forms of a drawn page: sharp letters, small files. */
  pageForms(page: {
    width: number
    height: number
    pixels: Uint8Array
  }): Promise<Renditions['forms']>
}

/** A workshop of its own queue. */
export function createImageWorkshop(): ImageWorkshop {
  // libvips keeps a cache of open files and threads; ours are all different.
  sharp.cache(false)
  sharp.concurrency(1)
  let queue: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }
  return {
    renditionsOf: (bytes) => alone(() => makeRenditions(bytes)),
    pageForms: (page) => alone(() => makePageForms(page)),
  }
}

/** A page is seen whole on a screen: its longer side need be no longer. */
const PAGE_SIDES = { '1080': 1600, '2160': 3000, thumbnail: 480 } as const

async function makePageForms(
  page: Parameters<ImageWorkshop['pageForms']>[0],
): Promise<Renditions['forms']> {
  const { width, height, pixels } = page
  const make = (side: number, quality: number) =>
    sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality, effort: 1 })
      .toBuffer()
  return {
    '1080': await make(PAGE_SIDES['1080'], 82),
    '2160': await make(PAGE_SIDES['2160'], 76),
    thumbnail: await make(PAGE_SIDES.thumbnail, 70),
  }
}

async function makeRenditions(bytes: Uint8Array): Promise<Renditions> {
  if (bytes.byteLength > BYTES_MAX.picture)
    throw new AppError('media.too_many_bytes', { maxBytes: BYTES_MAX.picture })
  const kind = imageKindOf(bytes)
  if (kind === null)
    throw new AppError(
      looksLikeSvg(bytes) ? 'media.svg_refused' : 'media.not_an_image',
    )
  const { width, height, animated } = await measure(bytes)
  // Pixel data is decoded once per form: streaming three times takes less
  // memory than holding one decoded 80-megapixel picture.
  const forms = {
    '1080': await makeForm(bytes, '1080'),
    '2160': await makeForm(bytes, '2160'),
    thumbnail: await makeForm(bytes, 'thumbnail'),
  }
  const [focus, look] = [
    await focusOf(forms.thumbnail),
    await lookOf(forms.thumbnail),
  ]
  const mediaType = `image/${kind}`
  return { width, height, mediaType, forms, focus, look, animated }
}

/** Reads the header only: a bomb is refused before a pixel is decoded. */
async function measure(
  bytes: Uint8Array,
): Promise<{ width: number; height: number; animated: boolean }> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new AppError('media.not_an_image', {}, error)
    })
  const { width, height } = metadata.autoOrient
  if (width * height > PIXELS_MAX)
    throw new AppError('media.too_many_pixels', {
      width,
      height,
      maxPixels: PIXELS_MAX,
    })
  return { width, height, animated: (metadata.pages ?? 1) > 1 }
}

async function makeForm(bytes: Uint8Array, name: FormName): Promise<Buffer> {
  const { side, quality } = FORMS[name]
  try {
    return await sharp(bytes, {
      limitInputPixels: PIXELS_MAX,
      failOn: 'error',
      sequentialRead: true,
    })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality, effort: 2, smartSubsample: true })
      .timeout({ seconds: 120 })
      .toBuffer()
  } catch (error) {
    throw new AppError('media.not_an_image', {}, error)
  }
}
