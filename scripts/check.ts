/** `npm run check`: formats, types, lint, import directions and house rules. */
import { runSteps } from './run-commands.js'

const node = process.execPath
const bin = (name: string) => `node_modules/${name}`

process.exitCode = runSteps([
  {
    name: 'format (prettier)',
    command: node,
    args: [
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      '.',
    ],
  },
  {
    name: 'types (tsc)',
    command: node,
    args: [bin('typescript/bin/tsc'), '-p', '.'],
  },
  {
    name: 'lint (eslint)',
    command: node,
    args: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  },
  {
    name: 'import directions (dependency-cruiser)',
    command: node,
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'shared',
      'templates',
      'cms',
      'player',
      'scripts',
      'test',
    ],
  },
  {
    name: 'house rules',
    command: node,
    args: ['--import', 'tsx', 'scripts/check-house.ts'],
  },
])
