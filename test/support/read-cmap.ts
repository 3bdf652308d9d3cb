/** The code points a font file has glyphs for, from its own cmap table. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { convert } = require('fontverter') as {
  convert(font: Buffer, format: 'sfnt'): Promise<Buffer>
}

/** Reads formats 4 and 12 (OpenType, cmap): what a browser looks at. */
export async function readCmap(path: string): Promise<Set<number>> {
  const font = await convert(readFileSync(path), 'sfnt')
  const cmap = tableAt(font, 'cmap')
  const points = new Set<number>()
  const subtables = font.readUInt16BE(cmap + 2)
  for (let i = 0; i < subtables; i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    const format = font.readUInt16BE(at)
    if (format === 4) readSegments(font, at, points)
    if (format === 12) readGroups(font, at, points)
  }
  return points
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i += 1) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag)
      return font.readUInt32BE(entry + 8)
  }
  throw new Error(`no table ${tag}`)
}

function readSegments(font: Buffer, at: number, points: Set<number>): void {
  const double = font.readUInt16BE(at + 6)
  for (let i = 0; i < double; i += 2) {
    const end = font.readUInt16BE(at + 14 + i)
    const start = font.readUInt16BE(at + 16 + double + i)
    const delta = font.readUInt16BE(at + 16 + 2 * double + i)
    const rangeAt = at + 16 + 3 * double + i
    const range = font.readUInt16BE(rangeAt)
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const raw =
        range === 0
          ? point
          : font.readUInt16BE(rangeAt + range + 2 * (point - start))
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) points.add(point)
    }
  }
}

function readGroups(font: Buffer, at: number, points: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + i * 12
    const end = font.readUInt32BE(group + 4)
    for (let point = font.readUInt32BE(group); point <= end; point += 1)
      points.add(point)
  }
}
