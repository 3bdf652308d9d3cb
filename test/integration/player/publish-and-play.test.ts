import { expect } from 'chai'
import { waitFor } from '../../support/wait-for.js'
import { CmsDouble } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  withNotice,
  type TestPlayer,
} from './player-on-node.js'

describe('a player and its CMS', () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer | null

  beforeEach(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    player = null
  })
  afterEach(async () => {
    await player?.stop()
    await cms.stop()
    await removeFolder(folder)
  })

  it('shows a code, pairs when it is claimed, and plays', async () => {
    await cms.release(cms.makeManifest(3))
    player = await startTestPlayer(folder, cms.url)
    const shown = await player.until(
      ({ mode }) => mode.kind === 'pairing' && mode.code !== undefined,
    )
    expect(shown.mode).to.include({
      code: 'ABC234',
      claimUrl: `${cms.url}/ghep?code=ABC234`,
    })
    cms.claimed = true
    const state = await player.until(playing(1))
    expect(state.screenName).to.equal('Nhà văn hoá Ia Mơr')
  })

  it('takes a release over the link without polling', async () => {
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(2))
    player = await startTestPlayer(folder, cms.url)
    await player.until(playing(1))
    await waitFor(() => cms.sockets.size === 1)
    await cms.release(cms.makeManifest(3))
    await player.until(playing(2))
    expect(cms.sockets.size).to.equal(1)
  })

  it('fetches only files it lacks and serves them to the stage', async () => {
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(2))
    player = await startTestPlayer(folder, cms.url)
    await player.until(playing(1))
    await waitFor(() => cms.sockets.size === 1)
    const next = cms.makeManifest(1)
    await cms.release(next)
    await player.until(playing(2))
    const asked = cms.requests.filter((r) => r.path.startsWith('/files/'))
    // frame, holding, two slides; then one slide.
    expect(asked).to.have.length(5)
    const slide = next.items[0]?.slides[0]?.sha256 ?? ''
    const response = await player.fetch(`/files/${slide}`)
    expect(await response.text()).to.contain('slide 0 of 2')
    expect(response.headers.get('content-security-policy')).to.contain(
      'sandbox',
    )
  })

  it('shows an inline notice and says received, shown and ended', async () => {
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(1))
    player = await startTestPlayer(folder, cms.url)
    await player.until(playing(1))
    await waitFor(() => cms.sockets.size === 1)
    const notice = cms.makeNotice('<html><head></head>lũ</html>')
    await cms.push(notice)
    await player.until(withNotice(notice.id))
    await waitFor(() => cms.said(notice.id).includes('received'))
    const slide = notice.slides[0]?.sha256
    await player.post('/stage/shown', {
      kind: 'notice',
      id: notice.id,
      slide,
      at: new Date().toISOString(),
      event: 'painted',
    })
    await waitFor(() => cms.said(notice.id).includes('shown'))
    await cms.recall({ kind: 'notice', id: notice.id, version: 1 })
    await waitFor(() => cms.said(notice.id).includes('ended'))
    expect(cms.said(notice.id)).to.deep.equal(['received', 'shown', 'ended'])
    expect(cms.receipts.find((r) => r.state === 'shown')?.slide).to.equal(slide)
  })

  it('fetches what a notice refers to before showing it', async () => {
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(1))
    player = await startTestPlayer(folder, cms.url)
    await player.until(playing(1))
    await waitFor(() => cms.sockets.size === 1)
    // A template changed: its sheet is in no manifest of this screen yet.
    const sheet = cms.addFile('h1{color:red}')
    const notice = cms.makeNotice(`<html><head></head>${sheet}</html>`)
    await cms.push(notice, cms.signer, [
      { sha256: sheet, sizeBytes: 13, mediaType: 'text/css' },
    ])
    await player.until(withNotice(notice.id))
    const served = await player.fetch(`/files/${sheet}`)
    expect(served.status).to.equal(200)
    expect(await served.text()).to.equal('h1{color:red}')
  })
}).timeout(30_000)
