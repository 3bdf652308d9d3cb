/* A short torture run; `npm run torture` is the long one. */
import { expect } from 'chai'
import { runTorture } from '../../torture/run-torture.js'
import { seeded } from '../../torture/seeded.js'

describe('a tortured screen', () => {
  it('is tortured the same way by the same seed', () => {
    const run = (seed: number) => {
      const random = seeded(seed)
      return Array.from({ length: 50 }, () => random.int(0, 1000))
    }
    expect(run(7)).to.deep.equal(run(7))
    expect(run(7)).not.to.deep.equal(run(8))
  })

  it('shows what was sealed for it and nothing else, whatever happens', async () => {
    const result = await runTorture({ rounds: 12, seed: 7 })
    expect(result.violations).to.deep.equal([])
    expect(result.rounds).to.equal(12)
  }).timeout(180_000)
})
