/** `npm run coverage`: the tests under c8; the report is in coverage/. */
import { runSteps } from './run-commands.js'

process.exitCode = runSteps([
  {
    name: 'coverage (c8)',
    command: process.execPath,
    args: [
      'node_modules/c8/bin/c8.js',
      '--reporter=text-summary',
      '--reporter=html',
      '--include=shared/**',
      '--include=templates/**',
      '--include=cms/server/**',
      '--include=player/**',
      process.execPath,
      'node_modules/mocha/bin/mocha.js',
      ...(process.argv.length > 2
        ? process.argv.slice(2)
        : ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts']),
    ],
  },
])
