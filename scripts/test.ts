/**
 * `npm test`: everything mocha can prove, in one run, so that its own counts
 * are the whole truth. Arguments replace the default set of files.
 */
import { spawnSync } from 'node:child_process'

const files = process.argv.slice(2)
const done = spawnSync(
  process.execPath,
  [
    'node_modules/mocha/bin/mocha.js',
    ...(files.length > 0
      ? files
      : [
          'test/unit/**/*.test.ts',
          'test/integration/**/*.test.ts',
          'test/e2e/**/*.test.ts',
        ]),
  ],
  { stdio: 'inherit' },
)
process.exitCode = done.status ?? 1
