import { spawnSync } from 'node:child_process'
import { expect } from 'chai'

function run(args: string[]): { code: number | null; said: string } {
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { code: done.status, said: `${done.stdout}${done.stderr}` }
}

describe('the house', function () {
  this.timeout(120_000)

  it('keeps its import directions, type imports included', () => {
    const { code, said } = run([
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'shared',
      'templates',
      'cms',
      'player',
    ])
    expect(code, said).to.equal(0)
  })

  it('keeps file sizes, names, the lock file and .env.example in order', () => {
    const { code, said } = run(['--import', 'tsx', 'scripts/check-house.ts'])
    expect(code, said).to.equal(0)
  })
})
