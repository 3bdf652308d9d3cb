/*
 * Makes the Noto Sans files of templates/fonts from the full fonts of npm, so
 * that anyone can see where they come from: `npx tsx scripts/subset-fonts.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NOTO_LETTERS } from '../templates/engine/glass-letters.js'

const require = createRequire(import.meta.url)
/** The package brings no types of its own. */
const subsetFont = require('subset-font') as (
  font: Buffer,
  characters: string,
  options: { targetFormat: 'woff2' },
) => Promise<Buffer>
const FONTS = join(import.meta.dirname, '..', 'templates', 'fonts')

function characters(): string {
  const points = NOTO_LETTERS.flatMap(([first, last]) =>
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
