/**
 * `npm test`: everything mocha can prove, on every core. What judges frames by
 * the clock, the stage and the player on a real page, runs alone afterwards. Arguments replace the default set of files.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

type Counts = { passes: number; failures: number; pending: number }

const MOCHA = 'node_modules/mocha/bin/mocha.js'
const MOST_JOBS = 4

const files = process.argv.slice(2)
process.exitCode = files.length > 0 ? runMocha(files) : runAll()

function runMocha(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const done = spawnSync(process.execPath, [MOCHA, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return done.status ?? 1
}

function runAll(): number {
  const jobs = Math.min(availableParallelism(), MOST_JOBS)
  const parts = [
    [
      '--require',
      './test/support/shared-postgres.ts',
      ...(jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []),
      'test/unit/**/*.test.ts',
      'test/integration/**/*.test.ts',
      'test/e2e/*.test.ts',
      'test/e2e/{console,frame,templates}/**/*.test.ts',
    ],
    ['test/e2e/{player,stage}/**/*.test.ts'],
  ]
  const folder = mkdtempSync(join(tmpdir(), 'bangtin-test-'))
  const ran = parts.map((args, part) => {
    const kept = join(folder, `${part}.json`)
    return { status: runMocha(args, { BANGTIN_TEST_COUNTS: kept }), kept }
  })
  const counts = ran.map(({ kept }) => readCounts(kept))
  rmSync(folder, { recursive: true, force: true })
  const sum = (key: keyof Counts) =>
    counts.reduce((total, part) => total + part[key], 0)
  process.stdout.write(
    `${sum('passes')} passed, ${sum('failures')} failed, ${sum('pending')} skipped\n`,
  )
  return Math.max(...ran.map(({ status }) => status))
}

/** A part that died before it could count has failed once. */
function readCounts(path: string): Counts {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Counts
  } catch {
    return { passes: 0, failures: 1, pending: 0 }
  }
}
