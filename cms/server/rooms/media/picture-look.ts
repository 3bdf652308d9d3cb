/** What a picture looks like, to a machine: where the eye goes, and a hash. */
import sharp from 'sharp'
import type { Focus } from '../../../../shared/contract/api/media.js'

/** Differing bits up to which two pictures are called alike. */
export const ALIKE_BITS = 6

/** Where the eye goes (skin, edges, saturation), as shares of the sides. */
export async function focusOf(thumbnail: Uint8Array): Promise<Focus> {
  const { width, height } = await sharp(thumbnail).metadata()
  const cut = Math.max(1, Math.round(Math.min(width, height) * 0.6))
  const { info } = await sharp(thumbnail)
    .resize(cut, cut, { fit: 'cover', position: sharp.strategy.attention })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    x: share((info.attentionX ?? width / 2) / width),
    y: share((info.attentionY ?? height / 2) / height),
  }
}

function share(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}

/**
 * A difference hash: 64 bits, each whether a spot is lighter than its right
 * neighbour. Stays the same through scaling and recompression. Null for a
 * plain area, which would be like every other.
 */
export async function lookOf(thumbnail: Uint8Array): Promise<string | null> {
  const grey = await sharp(thumbnail)
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer()
  let bits = 0n
  let contrast = 0
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const left = grey[row * 9 + column] ?? 0
      const right = grey[row * 9 + column + 1] ?? 0
      contrast += Math.abs(left - right)
      bits = (bits << 1n) | (left > right ? 1n : 0n)
    }
  return contrast < 200 ? null : bits.toString(16).padStart(16, '0')
}

/** Whether two pictures look the same to a person at a glance. */
export function areAlike(one: string, other: string): boolean {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  while (differing > 0n) {
    count += Number(differing & 1n)
    differing >>= 1n
  }
  return count <= ALIKE_BITS
}
