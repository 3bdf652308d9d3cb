/**
 * `npm run build`: bundles what must start fast or run in a browser. The CMS
 * runs from its sources; the player, its stage and the console do not.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { build as esbuild, type BuildOptions } from 'esbuild'
import { build as vite } from 'vite'
import { bundleGaugeScript } from '../templates/gauge/gauge-script.js'

/** CommonJS packages inside an ES module bundle still call require(). */
const REQUIRE_BANNER = {
  js: "import { createRequire as __bundleRequire } from 'node:module'; const require = __bundleRequire(import.meta.url);",
}

const node: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  banner: REQUIRE_BANNER,
  // Optional native speed-ups of ws; it runs without them.
  external: ['electron', 'bufferutil', 'utf-8-validate'],
}

/** The player, and one program for each shell; each stands by itself. */
const PLAYER_PROGRAMS = {
  'dist/player/main.mjs': 'player/node/main.ts',
  'dist/player/chromium.mjs': 'player/chromium/main.ts',
  'dist/player/electron.mjs': 'player/electron/main.ts',
  'dist/player/setup.mjs': 'player/node/setup-command.ts',
}

async function buildPlayer(): Promise<void> {
  for (const [outfile, entry] of Object.entries(PLAYER_PROGRAMS)) {
    await esbuild({ ...node, entryPoints: [entry], outfile })
  }
}

async function buildStage(): Promise<void> {
  await mkdir('dist/player/stage', { recursive: true })
  await esbuild({
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: ['chrome109'],
    minify: true,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
    entryPoints: ['player/stage/main.ts'],
    outfile: 'dist/player/stage/stage.js',
  })
  for (const file of ['index.html', 'stage.css', 'technician.css']) {
    await cp(`player/stage/${file}`, `dist/player/stage/${file}`)
  }
}

/** What measures slides before they are submitted. */
async function buildGauge(): Promise<void> {
  await mkdir('dist/gauge', { recursive: true })
  await writeFile('dist/gauge/page.js', await bundleGaugeScript())
}

/** What is copied onto a bare Debian box: install.sh and all it installs. */
async function buildBox(): Promise<void> {
  await rm('dist/box', { recursive: true, force: true })
  await cp('player/installer', 'dist/box', { recursive: true })
  for (const program of ['chromium.mjs', 'setup.mjs'])
    await cp(`dist/player/${program}`, `dist/box/${program}`)
  await cp('dist/player/stage', 'dist/box/stage', { recursive: true })
}

async function buildConsole(): Promise<void> {
  await vite({ configFile: 'cms/console/vite.config.ts', logLevel: 'warn' })
}

await rm('dist/.built', { force: true })
await buildPlayer()
await buildStage()
await buildGauge()
await buildBox()
await buildConsole()
