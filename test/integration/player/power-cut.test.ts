/* kill -9 at random instants of a loop of switches: always a whole programme. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import { waitFor } from '../../support/wait-for.js'
import { CmsDouble } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
} from './player-on-node.js'

const ROUNDS = 4
const ENTRY = fileURLToPath(new URL('player-process.ts', import.meta.url))
const NOBODY = 'http://127.0.0.1:9'

function startProcess(folder: string, cmsUrl: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ENTRY, folder, cmsUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })
  return { child, firstLine: once(lines, 'line') as Promise<[string]> }
}

describe('a power cut', () => {
  let cms: CmsDouble
  let folder: string

  beforeEach(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    await pairByHand(folder, cms)
  })
  afterEach(async () => {
    await cms.stop()
    await removeFolder(folder)
  })

  it('leaves a playable screen, whenever it comes', async () => {
    await cms.release(cms.makeManifest(6))
    const first = await startTestPlayer(folder, cms.url)
    await first.until(playing(1))
    await first.stop()
    let seen = 1
    for (let round = 0; round < ROUNDS; round += 1) {
      await cms.release(cms.makeManifest(6))
      const { child, firstLine } = startProcess(folder, cms.url)
      await firstLine
      if (round === 0)
        await waitFor(() =>
          cms.reports.some((r) => (r.status?.manifestNumber ?? 0) > 1),
        )
      // Switches go on while the cut comes at some instant of the next 600 ms.
      const cutAt = Date.now() + Math.random() * 600
      while (Date.now() < cutAt) {
        await cms.release(cms.makeManifest(4))
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      child.kill('SIGKILL')
      await once(child, 'exit')

      const player = await startTestPlayer(folder, NOBODY)
      const { mode } = player.state()
      if (mode.kind === 'playing') {
        expect(mode.manifest.number).to.be.at.least(seen)
        seen = mode.manifest.number
        for (const { sha256 } of filesNeeded(mode.manifest)) {
          const file = await player.fetch(`/files/${sha256}`)
          expect(file.status, `file of manifest ${seen}`).to.equal(200)
          await file.arrayBuffer()
        }
      } else {
        expect.fail(`plays nothing after ${seen}`)
      }
      await player.stop()
    }
    expect(seen, 'switches went on between the cuts').to.be.above(1)
  }).timeout(90_000)

  it('lets one player alone use a data folder', async () => {
    const player = await startTestPlayer(folder, NOBODY)
    const { child, firstLine } = startProcess(folder, NOBODY)
    expect((await firstLine)[0]).to.equal('taken')
    if (child.exitCode === null) await once(child, 'exit')
    await player.stop()
  }).timeout(20_000)
})
