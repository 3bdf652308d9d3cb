/*
 * Makes the Noto Sans files of templates/fonts from the full fonts of npm, so
 * that anyone can see where they come from: `npx tsx scripts/subset-fonts.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
/** The package brings no types of its own. */
const subsetFont = require('subset-font') as (
  font: Buffer,
  characters: string,
  options: { targetFormat: 'woff2' },
) => Promise<Buffer>
const FONTS = join(import.meta.dirname, '..', 'templates', 'fonts')

/**
 * One file keeps base letters and U+0306 together: ơ̆ ư̆ ê̆ ô̆ have no code point
 * of their own, and a font split by unicode-range sets the breve beside them.
 */
const RANGES: readonly [number, number][] = [
  [0x0020, 0x007e],
  [0x00a0, 0x024f],
  [0x02bb, 0x02bc],
  [0x0300, 0x033f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2044, 0x2044],
  [0x20ab, 0x20ab],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
]

function characters(): string {
  const points = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  )
  return String.fromCodePoint(...points)
}

const SOURCES = [
  ['500Medium/NotoSans_500Medium.ttf', 'noto-sans-500.woff2'],
  ['700Bold/NotoSans_700Bold.ttf', 'noto-sans-700.woff2'],
] as const

for (const [source, target] of SOURCES) {
  const full = await readFile(
    require.resolve(`@expo-google-fonts/noto-sans/${source}`),
  )
  const subset = await subsetFont(full, characters(), {
    targetFormat: 'woff2',
  })
  await writeFile(join(FONTS, target), subset)
  console.log(`${target}: ${full.length} → ${subset.length} bytes`)
}
