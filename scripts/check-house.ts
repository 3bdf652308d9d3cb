/**
 * House rules no linter knows: file length (styles and markup too), forbidden
 * names, download addresses in the lock file, and a complete `.env.example`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

const MAX_LINES = 400
const FORBIDDEN =
  /(^|[-.])(utils?|helpers?|common|misc|manager|data|info|base|impl)([-.]|$)/

const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter(Boolean)

const problems: string[] = []

for (const file of tracked) {
  if (!/\.(ts|tsx|mts|cts|mjs|cjs|js|css|hbs)$/.test(file)) continue
  const lines = readLines(file)
  if (lines > MAX_LINES) {
    problems.push(`${file}: ${lines} lines, at most ${MAX_LINES}`)
  }
  if (FORBIDDEN.test(basename(file).replace(/\.[^.]+$/, ''))) {
    problems.push(`${file}: says nothing of what it is; name it by its job`)
  }
}

const lock = readFileSync('package-lock.json', 'utf8')
if (/"resolved":/.test(lock)) {
  problems.push('package-lock.json: carries download addresses')
}
problems.push(...missingOptionalPackages(lock))

const env = readFileSync('.env.example', 'utf8')
for (const name of new Set(
  [
    'cms/server/config/env.ts',
    'player/node/config.ts',
    'player/node/config/env.ts',
  ].flatMap(
    (file) =>
      readIfThere(file).match(/\bBANGTIN_[A-Z_]+|\bDATABASE_URL\b/g) ?? [],
  ),
)) {
  if (!env.includes(name)) problems.push(`.env.example: lacks ${name}`)
}

for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length > 0 ? 1 : 0

function readLines(file: string): number {
  return readIfThere(file).split('\n').length - 1
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Listed by git but deleted in the working tree: nothing to check.
    return ''
  }
}

/** `npm ci` refuses a lock in which an optional package has no entry. */
function missingOptionalPackages(text: string): string[] {
  type Entry = { optionalDependencies?: Record<string, string> }
  const packages = (JSON.parse(text) as { packages: Record<string, Entry> })
    .packages
  const names = new Set(
    Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')),
  )
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `package-lock.json: ${path || 'root'} lacks ${name}`),
  )
}
