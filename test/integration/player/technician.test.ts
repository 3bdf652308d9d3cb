/* A technician before the glass: what is refused first, then what is done. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect } from 'chai'
import type {
  TechnicianAct,
  TechnicianAnswer,
  TechnicianOpened,
} from '../../../shared/contract/technician.js'
import { silentLog } from '../../../shared/kernel/log.js'
import { hashPin } from '../../../shared/seal/pin-hash.js'
import {
  openBoxSetup,
  PIN_FILE,
} from '../../../player/node/technician/box-setup.js'
import { createLogKeeper } from '../../../player/node/technician/log-keeper.js'
import type { RunCommand } from '../../../player/node/technician/system-command.js'
import { CmsDouble } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  type TestPlayer,
} from './player-on-node.js'

describe('a technician before the glass', () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer
  let pin: string
  const asked: string[][] = []
  /** NetworkManager as it answers, and nothing else of a box. */
  const runCommand: RunCommand = async (program, args) => {
    asked.push([program, ...args])
    if (program !== 'nmcli') return { ok: false, missing: true, detail: '' }
    if (args.includes('RUNNING')) return { ok: true, output: 'running\n' }
    if (args.includes('list'))
      return { ok: true, output: '40:Thôn 2\n81:UBND\\: xã\n12:\n30:Thôn 2\n' }
    if (args.includes('show'))
      return { ok: true, output: 'u-1:802-11-wireless\nu-2:802-3-ethernet\n' }
    return { ok: true, output: '' }
  }
  const start = () =>
    startTestPlayer(folder, null, {
      runCommand,
      logs: createLogKeeper(join(folder, 'logs')),
    })

  before(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    const setup = await openBoxSetup(folder, silentLog)
    pin = (await setup.makePin()).pin
    player = await start()
  })
  after(async () => {
    await player.stop()
    await cms.stop()
    await removeFolder(folder)
  })

  const open = async (typed: string) =>
    (await (
      await player.post('/technician/open', { pin: typed })
    ).json()) as TechnicianOpened
  const act = async (session: string, order: TechnicianAct) =>
    (await (
      await player.post('/technician/act', { session, order })
    ).json()) as TechnicianAnswer
  const enter = async () => {
    const opened = await open(pin)
    if (!opened.ok) throw new Error(opened.reason)
    return opened.session
  }

  it('says on the glass that no address is known', () => {
    expect(player.state().mode).to.include({ kind: 'setup' })
    expect(player.state().mode).not.to.have.property('cmsAddress')
  })

  it('lets nobody in without the token of the page, or from elsewhere', async () => {
    const origin = new URL(player.running.url).origin
    const bare = await fetch(`${origin}/technician/open`, {
      method: 'POST',
      body: JSON.stringify({ pin }),
    })
    expect(bare.status).to.equal(401)
    const foreign = await player.fetch('/technician/open', {
      method: 'POST',
      body: JSON.stringify({ pin }),
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).to.equal(403)
    expect((await player.post('/technician/act', { x: 1 })).status).to.equal(
      400,
    )
    expect(await act('guess', { act: 'look' })).to.deep.equal({
      ok: false,
      reason: 'no_session',
    })
  })

  it('refuses a wrong PIN, and makes the fourth guess wait', async () => {
    for (let i = 0; i < 2; i += 1)
      expect(await open('00000000')).to.deep.include({
        reason: 'wrong_pin',
        waitSeconds: 0,
      })
    expect(await open('00000000')).to.include({ reason: 'wrong_pin' })
    const waits = await open(pin)
    expect(waits).to.deep.include({ ok: false, reason: 'wait' })
    // Never for good: the right one is let in a moment later.
    await new Promise((resolve) =>
      setTimeout(resolve, waits.ok ? 0 : waits.waitSeconds * 1000),
    )
    const session = await enter()
    const answer = await act(session, { act: 'look' })
    expect(answer.ok && answer.view?.network.manager).to.equal(true)
  }).timeout(10_000)

  it('keeps no address at which no CMS answers', async () => {
    const session = await enter()
    for (const address of ['', 'ftp://x', 'http://a b', 'http://u:p@host/'])
      expect(
        await act(session, { act: 'set_cms', address }),
        address,
      ).to.include({ ok: false, reason: 'bad_address' })
    expect(
      await act(session, { act: 'set_cms', address: 'http://127.0.0.1:9' }),
    ).to.include({ reason: 'not_a_cms', trouble: 'unreachable' })
    expect(player.state().mode).not.to.have.property('cmsAddress')
  })

  it('sets Wi-Fi and the wired address through NetworkManager', async () => {
    const session = await enter()
    const found = await act(session, { act: 'list_wifi' })
    expect(found.ok && found.wifi).to.deep.equal(['UBND: xã', 'Thôn 2'])
    const wifi = { name: 'UBND: xã', passphrase: 'mat-khau-1' }
    expect(await act(session, { act: 'join_wifi', wifi })).to.include({
      ok: true,
    })
    expect(asked.at(-1)).to.include.members(['UBND: xã', 'mat-khau-1'])
    const wired = {
      method: 'manual',
      address: '192.168.1.20',
      prefix: 24,
      gateway: '192.168.1.1',
      dns: ['8.8.8.8'],
    } as const
    await act(session, {
      act: 'set_wired',
      wired: { ...wired, dns: ['8.8.8.8'] },
    })
    expect(asked.at(-2)).to.include.members(['u-2', '192.168.1.20/24'])
    expect(asked.at(-1)?.slice(-3)).to.deep.equal(['connection', 'up', 'u-2'])
  })

  it('writes a log bundle without secrets', async () => {
    const session = await enter()
    const saved = await act(session, { act: 'save_logs' })
    expect(saved).to.include({ ok: true, onStick: false })
    const path = saved.ok ? (saved.path ?? '') : ''
    const text = gunzipSync(await readFile(path)).toString('latin1')
    expect(text).to.include('bang-tin/status.json')
    expect(text).not.to.include(session)
    expect(text).not.to.match(/pbkdf2|token=\w|"d":/)
    expect(await readdir(join(folder, 'logs'))).to.have.length(1)
    expect(await act(session, { act: 'eject' })).to.include({
      reason: 'no_stick',
    })
    expect(await act(session, { act: 'leave' })).to.include({
      reason: 'not_here',
    })
  })

  it('keeps an address that answers, through a restart of the box', async () => {
    const session = await enter()
    const bare = cms.url.replace('http://', '')
    expect(
      await act(session, { act: 'set_cms', address: `http://${bare}/` }),
    ).to.deep.equal({ ok: true })
    await player.until(({ mode }) => mode.kind === 'pairing' && !!mode.code)
    await player.stop()
    player = await start()
    await player.until(({ mode }) => mode.kind === 'pairing' && !!mode.code)
  }).timeout(10_000)

  it('goes by the PIN in the manifest once it is paired, and tells no page', async () => {
    await player.stop()
    await pairByHand(folder, cms)
    const manifest = cms.makeManifest(1)
    manifest.screen.technicianPin = await hashPin('135790')
    await cms.release(manifest)
    player = await start()
    await player.until(playing(1))
    expect(JSON.stringify(player.state())).not.to.include('pbkdf2')
    expect(await open(pin)).to.include({ reason: 'wrong_pin' })
    expect(await open('135790')).to.include({ ok: true })
  }).timeout(10_000)

  it('makes a PIN of its own where nobody printed one', async () => {
    const other = join(folder, 'other')
    await mkdir(other)
    const fresh = await startTestPlayer(other, null)
    const refused = await fresh.post('/technician/open', { pin: '1' })
    expect(await refused.json()).to.include({ reason: 'wrong_pin' })
    const own = (await readFile(join(other, PIN_FILE), 'utf8')).trim()
    const opened = await fresh.post('/technician/open', { pin: own })
    expect(await opened.json()).to.include({ ok: true })
    await fresh.stop()
  })
})
