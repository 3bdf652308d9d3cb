/* A screen and the time: whom it believes, and what it shows by no clock. */
import { expect } from 'chai'
import { waitFor } from '../../support/wait-for.js'
import { CmsDouble, iso } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  type TestPlayer,
} from './player-on-node.js'

const NOBODY = 'http://127.0.0.1:9'
const HOUR = 3_600_000

describe('a screen with a bad clock', () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer | null

  beforeEach(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    player = null
    await pairByHand(folder, cms)
  })
  afterEach(async () => {
    await player?.stop()
    await cms.stop()
    await removeFolder(folder)
  })
  const fill = async () => {
    const manifest = cms.makeManifest(2)
    const [timed] = manifest.items
    if (timed) timed.schedule = { expiresAt: iso(Date.now() + HOUR) }
    await cms.release(manifest)
    player = await startTestPlayer(folder, cms.url)
    await player.until(playing(1))
    await player.stop()
  }
  const in1970 = { host: { machineClock: { now: () => 5000 } } }

  it('takes no time from somebody on the way', async () => {
    cms.forgesTime = true
    cms.clockOffsetMs = 50 * HOUR
    player = await startTestPlayer(folder, cms.url)
    await waitFor(
      () => cms.requests.filter((r) => r.path.startsWith('/time')).length > 1,
    )
    expect(Math.abs(player.state().clockOffsetMs)).to.be.below(HOUR)
    cms.forgesTime = false
    await player.until((s) => Math.abs(s.clockOffsetMs - 50 * HOUR) < 60_000)
  }).timeout(40_000)

  it('shows nothing timed by a clock that is known to be wrong', async () => {
    await fill()
    player = await startTestPlayer(folder, NOBODY, in1970)
    const { mode, clock } = player.state()
    expect(clock).to.equal('wrong')
    const items = mode.kind === 'playing' ? mode.manifest.items : []
    expect(items.map(({ id }) => id)).to.deep.equal(['item-1'])
  })

  it('shows everything again once the CMS has told it the time', async () => {
    await fill()
    player = await startTestPlayer(folder, cms.url, in1970)
    const state = await player.until((s) => s.clock === 'good')
    expect(
      state.mode.kind === 'playing' && state.mode.manifest.items.length,
    ).to.equal(2)
    const shown = 5000 + state.clockOffsetMs
    expect(Math.abs(shown - Date.now())).to.be.below(60_000)
  })
}).timeout(30_000)
