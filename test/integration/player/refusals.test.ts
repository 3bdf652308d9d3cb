import { expect } from 'chai'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import { seal } from '../../../shared/seal/seal.js'
import type { Refusal } from '../../../shared/contract/receipt.js'
import { waitFor } from '../../support/wait-for.js'
import { CmsDouble, iso } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  withNotice,
  type TestPlayer,
} from './player-on-node.js'

describe('what a screen refuses', () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer

  beforeEach(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(2))
    player = await startTestPlayer(folder, cms.url)
    await player.until(playing(1))
    await waitFor(() => cms.sockets.size === 1)
  })
  afterEach(async () => {
    await player.stop()
    await cms.stop()
    await removeFolder(folder)
  })

  const reported = (what: string, reason: Refusal) =>
    waitFor(() =>
      cms.reports.some((report) =>
        report.status?.refusals.some(
          (r) => r.what === what && r.reason === reason,
        ),
      ),
    )
  const nudge = () => cms.emit('release', { spreadMs: 0 })
  const stillPlaysFirst = () =>
    expect(playing(1)(player.state()), 'still plays the good one').to.equal(
      true,
    )

  describe('manifests', () => {
    it('refuses one that was altered, reports it and plays on', async () => {
      await cms.release(cms.makeManifest(2))
      const [head, body, tail] = cms.manifest.split('.')
      const changed = Buffer.from(body ?? '', 'base64url')
        .toString('utf8')
        .replace('Bản tin 0', 'Bản tin X')
      cms.manifest = [
        head,
        Buffer.from(changed).toString('base64url'),
        tail,
      ].join('.')
      nudge()
      await reported('manifest', 'bad_seal')
      stillPlaysFirst()
    })

    it('refuses one sealed by a key that is not in the keyring', async () => {
      const { privateKey } = await generateKeyPair()
      cms.manifest = await seal('manifest', cms.makeManifest(2), {
        kid: 'stranger',
        key: privateKey,
      })
      nudge()
      await reported('manifest', 'unknown_key')
      stillPlaysFirst()
    })

    it('refuses a keyring that another root key sealed', async () => {
      const other = await CmsDouble.start()
      cms.keyring = other.keyring
      await other.stop()
      await cms.release(cms.makeManifest(2))
      await reported('keyring', 'bad_seal')
      stillPlaysFirst()
    })

    it('refuses one that is for another screen', async () => {
      const manifest = cms.makeManifest(2)
      manifest.screen.id = 'screen-2'
      await cms.release(manifest)
      await reported('manifest', 'wrong_screen')
      stillPlaysFirst()
    })

    it('refuses an older one that is replayed', async () => {
      const old = cms.manifest
      await cms.release(cms.makeManifest(3))
      await player.until(playing(2))
      cms.manifest = old
      nudge()
      await reported('manifest', 'older')
      expect(playing(2)(player.state())).to.equal(true)
    })

    it('does not switch while a file has the wrong bytes', async () => {
      cms.wrongBytes = Buffer.from('<html>evil</html>')
      await cms.release(cms.makeManifest(2))
      await reported('file', 'hash_mismatch')
      stillPlaysFirst()
      cms.wrongBytes = null
      nudge()
      await player.until(playing(2))
    })
  })

  describe('notices', () => {
    const html = '<html><head></head>lũ</html>'

    it('refuses altered, foreign, expired and misdirected ones', async () => {
      const { privateKey } = await generateKeyPair()
      const good = cms.makeNotice(html)
      const sealed = await seal('notice', good, cms.signer)
      cms.emit('notice', {
        sealed: `${sealed.slice(0, -8)}AAAAAAAA`,
        files: cms.inline(good),
      })
      await reported('notice', 'bad_seal')
      await cms.push(good, { kid: 'stranger', key: privateKey })
      await reported('notice', 'unknown_key')
      await cms.push(cms.makeNotice(html, { expiresAt: iso(Date.now() - 1) }))
      await reported('notice', 'expired')
      await cms.push(cms.makeNotice(html, { screens: ['screen-2'] }))
      await reported('notice', 'wrong_screen')
      cms.emit('notice', { nonsense: true })
      await reported('notice', 'malformed')
      expect(player.states.some(withNotice(good.id))).to.equal(false)
    })

    it('refuses an older version and one that was recalled', async () => {
      const newer = cms.makeNotice(html, { version: 2 })
      await cms.push(newer)
      await player.until(withNotice(newer.id))
      await waitFor(() => cms.said(newer.id).includes('received'))
      await cms.push({ ...newer, version: 1 })
      await reported('notice', 'older')
      await cms.recall({ kind: 'notice', id: 'notice-early', version: 3 })
      await player.until(
        ({ mode }) =>
          mode.kind === 'playing' && mode.manifest.recalls.length === 1,
      )
      await cms.push(cms.makeNotice(html, { id: 'notice-early', version: 3 }))
      await reported('notice', 'recalled')
    })

    it('refuses inline files whose hash is wrong, and says it failed', async () => {
      const notice = cms.makeNotice(html)
      const [file] = cms.inline(notice)
      const base64 = Buffer.from('<html>evil</html>').toString('base64')
      cms.emit('notice', {
        sealed: await seal('notice', notice, cms.signer),
        files: [{ ...file, base64 }],
      })
      await waitFor(() => cms.said(notice.id).includes('failed'))
      expect(cms.receipts.at(-1)?.reason).to.equal('hash_mismatch')
      expect(player.states.some(withNotice(notice.id))).to.equal(false)
    })

    it('says received once and again when it is pushed twice', async () => {
      const notice = cms.makeNotice(html)
      await cms.push(notice)
      await waitFor(() => cms.said(notice.id).length === 1)
      await cms.push(notice)
      await waitFor(() => cms.said(notice.id).length === 2)
      const [first, second] = cms.receipts.filter(
        (r) => r.noticeId === notice.id,
      )
      expect(second?.at).to.equal(first?.at)
    })
  })

  it('lets nobody but the stage of this boot read the loopback page', async () => {
    const { origin } = new URL(player.running.url)
    expect((await fetch(`${origin}/stage/events`)).status).to.equal(401)
    expect((await fetch(`${origin}/?token=guess`)).status).to.equal(401)
    const foreign = await player.post('/stage/heartbeat', { nonsense: true })
    expect(foreign.status).to.equal(400)
    const page = await fetch(player.running.url)
    expect(page.headers.get('set-cookie')).to.match(/HttpOnly; SameSite=Strict/)
    expect(page.headers.get('content-security-policy')).to.contain(
      "default-src 'none'",
    )
    const evil = await player.fetch('/stage/heartbeat', {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
      body: '{}',
    })
    expect(evil.status).to.equal(403)
    const climbing = await player.fetch('/files/..%2f..%2fidentity.json')
    expect(climbing.status).to.equal(404)
  })

  it('is not fooled by another name that points to this machine', async () => {
    const { request } = await import('node:http')
    const port = new URL(player.running.url).port
    const status = await new Promise<number | undefined>((resolve) => {
      request(
        {
          host: '127.0.0.1',
          port,
          path: '/',
          headers: { host: 'evil.example' },
        },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      ).end()
    })
    expect(status).to.equal(421)
  })
}).timeout(30_000)
