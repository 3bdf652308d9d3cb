/**
 * `npm run bench [name …]`: runs test/bench/<name>.bench.ts one after another
 * and prints the machine, each figure and the baseline it is to be read
 * against. It measures; it never fails on a slow machine.
 */
import { readdir } from 'node:fs/promises'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type { BenchRow } from '../test/bench/bench-row.js'

type BenchModule = { run(): Promise<BenchRow[]> }

const wanted = process.argv.slice(2)
const files = (await readdir('test/bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter(
    (name) =>
      wanted.length === 0 || wanted.some((part) => name.startsWith(part)),
  )
  .sort()

const [cpu] = cpus()
print([
  `Machine: ${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${platform()} ${release()} ${arch()}; Node ${process.versions.node}`,
  'Server, load and browser share this machine; loopback only.',
  '',
  '| what | value | baseline | aim |',
  '|---|---|---|---|',
])
for (const file of files) {
  const module = (await import(
    pathToFileURL(resolve('test/bench', file)).href
  )) as BenchModule
  for (const row of await module.run()) {
    print([
      `| ${row.what} | ${row.value} | ${row.baseline} | ${row.aim ?? '–'} |`,
    ])
  }
}
// Load generators may leave sockets in TIME_WAIT; the figures are all out.
process.exit(0)

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
