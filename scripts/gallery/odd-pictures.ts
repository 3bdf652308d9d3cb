/**
 * Pictures that come in any shape, and the pages of a real PDF: for samples
 * and for hostile content.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { createDocumentDesk } from '../../cms/server/rooms/media/documents/document-desk.js'
import type { ShownMedia } from '../../templates/engine/catalogue.js'
import type { ResolveMedia } from '../../templates/engine/render-slide.js'

type Picture = { sha256: string; bytes: Uint8Array; mediaType: string }

const SHAPES = {
  portrait: [900, 1200],
  landscape: [1920, 1080],
  square: [800, 800],
  'odd-tall': [60, 3000],
  'odd-wide': [3000, 60],
  'odd-dot': [1, 1],
} as const

const SAMPLE_PDF = join(import.meta.dirname, 'sample-document.pdf')

/**
 * Resolves the names of samples: a shape above, `page-1` and `page-2` of the
 * sample PDF; any other id of a picture gets one of the shapes, always the same.
 */
export async function oddPictures(): Promise<{
  files: Picture[]
  resolve: ResolveMedia
}> {
  const made = new Map<string, Picture>()
  for (const [name, [width, height]] of Object.entries(SHAPES)) {
    made.set(name, await webp(sharp(Buffer.from(hills(width, height)))))
  }
  const shapes = [...made.values()]
  for await (const page of createDocumentDesk().drawPages(SAMPLE_PDF, 1)) {
    const { number, pixels, width, height } = page
    const raw = { width, height, channels: 4 } as const
    made.set(`page-${number}`, await webp(sharp(pixels, { raw })))
  }
  return {
    files: [...made.values()],
    resolve: async (id) => {
      if (id === 'film' || id === 'film-no-still') return sampleFilm(id, made)
      const sum = [...id].reduce((so, letter) => so + letter.charCodeAt(0), 0)
      return made.get(id) ?? shapes[sum % shapes.length] ?? null
    },
  }
}

/** A film as the library would hand it; its bytes are not asked for a picture. */
function sampleFilm(
  id: string,
  made: ReadonlyMap<string, Picture>,
): ShownMedia {
  const film = createHash('sha256').update(id).digest('hex')
  const still = made.get('landscape')?.sha256
  return {
    sha256: id === 'film' && still ? still : film,
    alt: 'Cán bộ y tế giúp trẻ cài áo phao bên bờ suối.',
    video: {
      sha256: film,
      mediaType: 'video/webm',
      durationSeconds: 42.4,
      hasSound: false,
    },
  }
}

async function webp(picture: Sharp): Promise<Picture> {
  const bytes = await picture
    .resize(1920, 1920, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 60 })
    .toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, bytes, mediaType: 'image/webp' }
}

/** A landscape of hills under a morning sky, drawn. */
function hills(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 160 90" preserveAspectRatio="none"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#f7d9a8"/><stop offset="1" stop-color="#9fc3c9"/></linearGradient></defs><path fill="url(#a)" d="M0 0h160v90H0z"/><circle cx="118" cy="26" r="9" fill="#fff3d6"/><path fill="#5f8f7f" d="M0 58q30-22 62-6t98-14v52H0z"/><path fill="#2f5d4b" d="M0 70q44-20 80-6t80-6v32H0z"/><path fill="#183a2e" d="M0 82q60-12 160-4v12H0z"/></svg>`
}
