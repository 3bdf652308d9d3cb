/**
 * What a file is by its first bytes. Its name and the type a browser claims
 * are never believed; a name only tells a table of text from other text.
 */
import { imageKindOf, looksLikeSvg } from './image-kind.rules.js'

export type FileKind =
  | 'picture'
  | 'mp4'
  | 'webm'
  | 'pdf'
  | 'office'
  | 'csv'
  /** Recognised to be refused with words of their own. */
  | 'heic'
  | 'svg'
  | 'old_office'

const HEIC_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/
const AVIF_BRANDS = /^(avif|avis)/

/** Null: nothing that the library takes. `head` is the first 4 kB or less. */
export function fileKindOf(head: Uint8Array, name: string): FileKind | null {
  const start = Buffer.from(head.subarray(0, 16))
  const hex = start.toString('hex')
  const brand = start.toString('latin1', 8, 12)
  if (start.toString('latin1', 4, 8) === 'ftyp') {
    if (AVIF_BRANDS.test(brand)) return 'picture'
    return HEIC_BRANDS.test(brand) ? 'heic' : 'mp4'
  }
  if (imageKindOf(head) !== null) return 'picture'
  if (hex.startsWith('1a45dfa3')) return 'webm'
  // Only at the very beginning: a PDF behind something else is two things.
  if (hex.startsWith('255044462d')) return 'pdf'
  if (hex.startsWith('504b0304')) return 'office'
  if (hex.startsWith('d0cf11e0a1b11ae1')) return 'old_office'
  if (looksLikeSvg(head)) return 'svg'
  return /\.(csv|tsv)$/i.test(name) && isText(head) ? 'csv' : null
}

function isText(head: Uint8Array): boolean {
  if (head.byteLength === 0) return false
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || head[0] === 0xfe
  return utf16 || !head.includes(0)
}

const MEGABYTE = 1024 * 1024
/** Largest file of each kind; what is unknown is let in no further. */
export const BYTES_MAX = {
  picture: 25 * MEGABYTE,
  video: 500 * MEGABYTE,
  document: 60 * MEGABYTE,
  csv: 5 * MEGABYTE,
} as const

/** How many bytes of this file are read before it is refused. */
export function bytesMaxOf(kind: FileKind | null): number {
  if (kind === 'mp4' || kind === 'webm') return BYTES_MAX.video
  if (kind === 'pdf' || kind === 'office') return BYTES_MAX.document
  return kind === 'csv' ? BYTES_MAX.csv : BYTES_MAX.picture
}
