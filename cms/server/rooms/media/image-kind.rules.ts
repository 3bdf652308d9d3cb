/** What a file is by its first bytes; its name and claimed type are not asked. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff'

const SIGNATURES: readonly { kind: ImageKind; at: number; bytes: string }[] = [
  { kind: 'jpeg', at: 0, bytes: 'ffd8ff' },
  { kind: 'png', at: 0, bytes: '89504e470d0a1a0a' },
  { kind: 'webp', at: 8, bytes: '57454250' },
  { kind: 'gif', at: 0, bytes: '47494638' },
  { kind: 'avif', at: 4, bytes: '6674797061766966' },
  { kind: 'avif', at: 4, bytes: '6674797061766973' },
  { kind: 'tiff', at: 0, bytes: '49492a00' },
  { kind: 'tiff', at: 0, bytes: '4d4d002a' },
]

/** The kind of picture these bytes begin like; null when none that we take. */
export function imageKindOf(bytes: Uint8Array): ImageKind | null {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('hex')
  const found = SIGNATURES.find((signature) =>
    head.startsWith(signature.bytes, signature.at * 2),
  )
  return found?.kind ?? null
}

/**
 * SVG is a program as much as a picture: it can carry script and fetch. It is
 * recognised to be refused with its own words. Compressed SVG is plain gzip
 * and falls under "not a picture".
 */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096))
  const text = head.includes(0) ? head.toString('utf16le') : head.toString()
  return /<svg[\s>]|<!doctype\s+svg/i.test(text)
}
