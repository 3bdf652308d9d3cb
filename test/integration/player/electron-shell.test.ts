/* Runs the real Electron shell where its program is on the machine. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { _electron } from 'playwright-core'
import { CmsDouble } from './cms-double.js'
import { newFolder, pairByHand, removeFolder } from './player-on-node.js'

const BUILT = 'dist/player/electron.mjs'

function electronProgram(): string | null {
  const folder = join('node_modules', 'electron')
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return null
  const program = join(folder, 'dist', readFileSync(name, 'utf8').trim())
  return existsSync(program) ? program : null
}

describe('the Electron shell on this machine', () => {
  it('opens its window on the stage and nothing else', async function () {
    const program = electronProgram()
    const display = process.env['DISPLAY']
    // Without Electron's program, a display and a build there is nothing to run.
    if (!program || !display || !existsSync(BUILT)) return this.skip()
    const cms = await CmsDouble.start()
    const folder = await newFolder()
    await pairByHand(join(folder, 'player'), cms)
    await cms.release(cms.makeManifest(1))
    const app = await _electron.launch({
      executablePath: program,
      args: [
        BUILT,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...['--cms', cms.url, '--port', '0', '--data', folder],
      ],
    })
    try {
      const window = await app.firstWindow()
      expect(window.url()).to.match(/^http:\/\/127\.0\.0\.1:\d+\//)
      expect(await window.evaluate(() => typeof globalThis.process)).to.equal(
        'undefined',
      )
    } finally {
      await app.close()
      await cms.stop()
      await removeFolder(folder)
    }
  }).timeout(60_000)
})
