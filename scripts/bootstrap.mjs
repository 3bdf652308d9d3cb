#!/usr/bin/env node
// Runs before anything is installed, so it may use nothing but Node itself:
// checks Node, installs the packages when the lock file changed, builds when
// the sources changed, and hands over to the script that does the job.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => process.stderr.write(`${line}\n`)

/** What each command needs before it runs, and the script that runs it. */
const COMMANDS = {
  start: { build: true, script: 'scripts/start.ts' },
  test: { build: true, browser: true, script: 'scripts/test.ts' },
  check: { script: 'scripts/check.ts' },
  build: { script: 'scripts/build.ts' },
  cms: { build: true, script: 'cms/server/main.ts' },
  player: { build: true, script: 'scripts/player.ts' },
  admin: { script: 'cms/server/admin.ts' },
  coverage: { build: true, browser: true, script: 'scripts/coverage.ts' },
  bench: { build: true, browser: true, script: 'scripts/bench.ts' },
  torture: { script: 'scripts/torture.ts' },
  gallery: { build: true, browser: true, script: 'scripts/gallery.ts' },
  hostile: { build: true, browser: true, script: 'scripts/hostile.ts' },
  package: { build: true, script: 'scripts/package.ts' },
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `Cần Node.js 20.19 trở lên; máy này có ${process.versions.node}.`,
    `Node.js 20.19 or newer is needed; this machine has ${process.versions.node}.`,
  )
}

function fail(vi, en) {
  say(`\n${vi}\n${en}\n`)
  process.exit(1)
}

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    // The command's own output is progress, not our answer.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  return done.status === 0
}

function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function readMark(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}

/** `npm ci` when this lock file was never installed here. */
function install() {
  const mark = join(root, 'node_modules', '.bang-tin-lock')
  const digest = digestOf(join(root, 'package-lock.json'))
  if (readMark(mark) === digest) return
  say('Cài các gói cần dùng / Installing packages (npm ci)…')
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    fail(
      'Không cài được các gói. Kiểm tra mạng hoặc kho gói npm rồi chạy lại.',
      'The packages could not be installed. Check the network or the npm registry, then run this again.',
    )
  }
  writeFileSync(mark, digest)
}

/** Newest state of everything a build reads, as one digest of names, sizes and times. */
function sourceDigest() {
  const hash = createHash('sha256')
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), {
      withFileTypes: true,
    }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else {
        const { size, mtimeMs } = statSync(join(root, path))
        hash.update(`${path}:${size}:${mtimeMs}\n`)
      }
    }
  }
  for (const folder of ['shared', 'templates', 'cms', 'player']) walk(folder)
  for (const file of ['package-lock.json', 'scripts/build.ts']) {
    hash.update(digestOf(join(root, file)))
  }
  return hash.digest('hex')
}

function build() {
  const mark = join(root, 'dist', '.built')
  const digest = sourceDigest()
  if (readMark(mark) === digest) return
  say('Dựng chương trình / Building…')
  if (!run(process.execPath, ['--import', 'tsx', 'scripts/build.ts'])) {
    fail('Dựng chương trình không thành công.', 'The build failed.')
  }
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, digest)
}

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]

function findBrowser() {
  const named = process.env.BANGTIN_CHROMIUM
  if (named && existsSync(named)) return named
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of BROWSERS) {
      const path = join(folder, name)
      if (folder && existsSync(path)) return path
    }
  }
  return undefined
}

/** Tests look at real pages; Debian's Chromium is enough. */
function needBrowser() {
  if (findBrowser()) return
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say(
      'Cài Chromium cho các bài kiểm thử / Installing Chromium for the tests…',
    )
    run('apt-get', ['update', '-q'])
    run('apt-get', [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
    ])
    if (findBrowser()) return
  }
  fail(
    'Các bài kiểm thử cần Chromium: chạy "sudo apt-get install chromium", hoặc đặt BANGTIN_CHROMIUM=<đường dẫn>, rồi chạy lại.',
    'The tests need Chromium: run "sudo apt-get install chromium", or set BANGTIN_CHROMIUM=<path>, then run this again.',
  )
}

function main() {
  const [name, ...rest] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) {
    fail(
      `Không có lệnh "${name ?? ''}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`,
      `There is no command "${name ?? ''}".`,
    )
  }
  requireNode()
  install()
  if (command.build) build()
  if (command.browser) needBrowser()

  const child = spawn(
    process.execPath,
    ['--import', 'tsx', command.script, ...rest],
    { cwd: root, stdio: 'inherit' },
  )
  // A terminal sends Ctrl+C to the whole group; a service manager only to us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1)
  })
}

main()
