/* The ways in which a network lets a screen out, or does not. */
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect } from 'chai'
import { waitFor } from '../../support/wait-for.js'
import { CmsDouble } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  type TestPlayer,
} from './player-on-node.js'
import { startBadNetwork } from '../../torture/bad-network.js'

/** A proxy that knows CONNECT and nothing else. */
async function startProxy() {
  const asked: string[] = []
  const server: Server = createServer((_request, response) =>
    response.writeHead(405).end(),
  )
  server.on('connect', (request, near) => {
    asked.push(request.url ?? '')
    const [host = '', port = '80'] = (request.url ?? '').split(':')
    const far = connect(Number(port), host, () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.pipe(near).pipe(far)
    })
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

describe('a screen behind a difficult network', () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer | null

  beforeEach(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    player = null
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(1))
  })
  afterEach(async () => {
    await player?.stop()
    await cms.stop()
    await removeFolder(folder)
  })

  it('says that a sign-in page stands in the way, once it is through', async () => {
    const line = await startBadNetwork(() => cms.port)
    line.set({ kind: 'captive' })
    player = await startTestPlayer(folder, line.url)
    await waitFor(() => player?.running.player.trouble() === 'captive_portal')
    expect(player.state().mode.kind).to.equal('waiting')
    line.set({ kind: 'good' })
    await player.until(playing(1))
    expect(player.running.player.trouble()).to.equal(null)
    await player.stop()
    player = null
    await line.stop()
  })

  it('pulls files and keeps its live link through a proxy', async () => {
    const proxy = await startProxy()
    player = await startTestPlayer(folder, cms.url, { proxy: proxy.url })
    await player.until(playing(1))
    await waitFor(() => cms.sockets.size === 1)
    expect(proxy.asked).to.include(`127.0.0.1:${cms.port}`)
    await player.stop()
    player = null
    proxy.stop()
  })
}).timeout(40_000)
