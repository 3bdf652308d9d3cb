import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
/** `npm run build` puts it there. */
const BUILT = join(ROOT, 'dist', 'gauge', 'page.js')

/** What the measuring page runs: as built, or built now where it is not yet. */
export async function readGaugeScript(): Promise<string> {
  if (existsSync(BUILT)) return readFile(BUILT, 'utf8')
  return bundleGaugeScript()
}

/** The page's script from the sources of this moment. */
export async function bundleGaugeScript(): Promise<string> {
  const { build } = await import('esbuild')
  const bundle = await build({
    entryPoints: [join(ROOT, 'templates', 'gauge', 'gauge-page.ts')],
    bundle: true,
    format: 'iife',
    target: 'chrome109',
    write: false,
  })
  return bundle.outputFiles[0]?.text ?? ''
}
